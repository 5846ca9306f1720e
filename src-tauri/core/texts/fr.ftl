### Every text that a person can read. One id a line, grouped by where it is shown.
### Two short sentences at most, no "please", no blame, no exclamation marks; "we" is Homeport.


## Tray

tray-title = Homeport
tray-tooltip = Homeport: { $headline }
tray-address = { $family } { $address }
tray-address-copy = { $family } { $address } – copier
tray-hostname = { $name } – { $words }
tray-more = et { $count } autres
tray-add = Ajouter un nom d’hôte…
tray-check = Vérifier et mettre à jour
tray-check-wait = Vérifier et mettre à jour – à l’instant
tray-checking = Vérification…
tray-pause = Pause
tray-pause-hour = Pendant 1 heure
tray-pause-tomorrow = Jusqu’à demain
tray-pause-resumed = Jusqu’à ma reprise
tray-resume = Reprendre les mises à jour
tray-open = Ouvrir Homeport
tray-settings = Réglages
tray-diagnostics = Lancer le diagnostic
tray-quit = Quitter (plus de mises à jour)

## Notifications

notice-changed = { $addresses ->
    [one] Nouvelle adresse { $address }
    *[other] Nouvelles adresses { $address }
}
notice-changed-one = { $hostname } est à jour.
notice-changed-many = { $count } noms d’hôte mis à jour.
notice-recovered = Retour à la normale après { $span }
notice-recovered-one = { $hostname } est de nouveau à jour.
notice-minutes = { $count ->
    [one] 1 minute
    *[other] { $count } minutes
}
notice-hours = { $count } heures
notice-first-close = Homeport continue de fonctionner
notice-first-close-body = { $system ->
    [windows] Sa maison est en bas à droite de l’écran, peut-être derrière la flèche. Quittez-le là et les mises à jour s’arrêtent.
    [macos] Sa maison est dans la barre des menus. Quittez-le là et les mises à jour s’arrêtent.
    *[other] Sa maison est dans la zone de notification. Quittez-le là et les mises à jour s’arrêtent.
}
notice-trial = Un essai de Homeport
notice-trial-body = Les notifications apparaissent. Confirmez-le dans la fenêtre.
notice-problem = { $means } { $cure }
notice-summary = { $count ->
    [one] 1 message de plus pendant la dernière heure
    *[other] { $count } messages de plus pendant la dernière heure
}
notice-summary-changes = { $count ->
    [one] L’adresse a changé encore une fois pendant la dernière heure
    *[other] L’adresse a changé encore { $count } fois pendant la dernière heure
}

## Settings file: what is wrong, and (-do) what to do. Shown as "settings.toml, line 3, FIELD: WHAT; CURE".

settings-not-toml = ce n’est pas du TOML : { $reason }
settings-not-toml-do = corrigez cette ligne ; les textes sont entre guillemets et chaque [table] a sa propre ligne
settings-no-version = la version du fichier manque
settings-no-version-do = écrivez version = 1 en première ligne, ou revenez à settings.toml.previous
settings-newer = le fichier est de version { $found }, et ce Homeport lit jusqu’à la version 1
settings-newer-do = mettez Homeport à jour, ou revenez à settings.toml.previous
settings-bad-version = il n’y a pas de version { $found }
settings-bad-version-do = écrivez version = 1
settings-type = la valeur n’est pas du bon type
settings-type-do = il faut { $expected }
settings-missing = { $key } manque
settings-missing-do = ajoutez une ligne { $key } = "…"
settings-unknown-key = Homeport ne connaît pas { $key }
settings-unknown-key-do = écrivez { $near }, ou supprimez la ligne
settings-unknown-key-far = Homeport ne connaît pas { $key }
settings-unknown-key-far-do = supprimez la ligne ; connus ici : { $known }
settings-account-id = "{ $found }" ne peut pas nommer un compte
settings-account-id-do = utilisez 1 à 64 lettres, chiffres, - et _
settings-account-twice = il y a un autre compte avec l’identifiant { $found }
settings-account-twice-do = donnez à chaque compte son propre identifiant
settings-unknown-provider = Homeport ne connaît pas le fournisseur { $found }
settings-unknown-provider-do = écrivez { $near }, ou cherchez avec : homeport providers
settings-unknown-provider-far = Homeport ne connaît pas le fournisseur { $found }
settings-unknown-provider-far-do = cherchez avec : homeport providers
settings-unknown-field = { $provider } n’a pas de champ { $key }
settings-unknown-field-do = écrivez { $near }, ou supprimez la ligne
settings-unknown-field-far = { $provider } n’a pas de champ { $key }
settings-unknown-field-far-do = supprimez la ligne ; connus ici : { $known }
settings-no-fields = { $provider } n’a pas de champ { $key }
settings-no-fields-do = supprimez la ligne
settings-secret-field = { $key } est secret, et les secrets ne sont jamais dans ce fichier
settings-secret-field-do = supprimez la ligne et donnez le secret de { $account } à Homeport dans la fenêtre ; créez-en un nouveau si d’autres ont pu lire ce fichier
settings-bad-field = { $reason }
settings-bad-field-do = comparez avec : homeport providers { $provider }
settings-lacking-field = { $provider } a besoin du champ { $key }
settings-lacking-field-do = ajoutez { $key } = "…" sous [account.fields]
settings-bad-hostname = { $reason }
settings-bad-hostname-do = écrivez le nom entier, comme home.example.org
settings-hostname-twice = { $found } est deux fois dans le fichier
settings-hostname-twice-do = supprimez l’un des deux
settings-no-account = il n’y a pas de compte { $found }
settings-no-account-do = écrivez { $near }, ou ajoutez un [[account]] avec cet identifiant
settings-no-account-far = il n’y a pas de compte { $found }
settings-no-account-far-do = ajoutez un [[account]] avec cet identifiant
settings-same-account = { $found } tient déjà ce nom d’hôte
settings-same-account-do = nommez un autre compte, ou supprimez standby
settings-no-standby = cela parle d’un secours, et il n’y en a pas
settings-no-standby-do = ajoutez standby = "COMPTE", ou supprimez cela
settings-standby-twice = { $found } est déjà tenu par une autre entrée
settings-standby-twice-do = écrivez un nom qu’aucune autre entrée n’a
settings-bad-span = "{ $found }" n’est pas une durée de 5 minutes à 7 jours
settings-bad-span-do = écrivez un nombre et m, h ou d : "30m", "2h", "1d"
settings-bad-device = "{ $found }" ne désigne aucun appareil
settings-bad-device-do = écrivez la fin de son adresse ("::1234") ou son adresse MAC ("02:11:22:33:44:55")
settings-bad-address = "{ $found }" n’est pas une adresse { $family }
settings-bad-address-do = écrivez une adresse { $family }, ou supprimez la ligne pour qu’elle soit trouvée
settings-bad-command = le programme manque
settings-bad-command-do = écrivez d’abord le chemin du programme, puis ses arguments
settings-bad-url = ce n’est pas une adresse web
settings-bad-url-do = écrivez l’adresse entière, comme https://echo.example.org/
settings-url-secret = l’adresse contient un nom ou un mot de passe, et les secrets ne sont jamais dans ce fichier
settings-url-secret-do = utilisez un service qui n’en demande pas
settings-proxy-secret = l’adresse contient un nom ou un mot de passe, et les secrets ne sont jamais dans ce fichier
settings-proxy-secret-do = utilisez un proxy sans authentification, ou définissez HTTPS_PROXY
settings-bad-proxy = ce n’est pas l’adresse d’un proxy
settings-bad-proxy-do = écrivez http://hôte:port
settings-bad-placeholder = il n’y a pas de variable « { $found } »
settings-bad-placeholder-do = utilisez hostname, family, address et old, chacun entre doubles accolades
settings-plain-http = http:// est lisible par tous en chemin, donc seulement pour cette machine et ce réseau
settings-plain-http-do = écrivez https://
settings-bad-stun = ce n’est pas un serveur STUN
settings-bad-stun-do = écrivez son nom ou son adresse et son port, comme stun.example.org:3478
settings-bad-dns = ce n’est pas une source DNS
settings-bad-dns-do = écrivez NAME@SERVER:PORT, comme myip.example.org@192.0.2.53:53
settings-bad-home = "{ $found }" n’est pas un réseau
settings-bad-home-do = écrivez l’adresse MAC du routeur et le sous-réseau, comme "aa:bb:cc:dd:ee:ff/192.168.1.0/24"
settings-bad-nameserver = "{ $found }" n’est pas l’adresse d’un serveur de noms
settings-bad-nameserver-do = écrivez son adresse et son port, comme "192.0.2.53:53"
settings-bad-choice = "{ $found }" ne fait pas partie des choix
settings-bad-choice-do = choisissez parmi : { $known }
## Headlines of the status page, the tray and `homeport status`

headline-ok = { $count ->
    [one] { $host } est à jour
    *[other] Les { $count } noms d’hôte sont à jour
}
headline-ok-detail = Prouvé auprès des serveurs de noms { $count ->
    [one] de sa zone.
    *[other] de leurs zones.
}
headline-practice-detail = Prouvé auprès du serveur d’essai de cet ordinateur.
headline-empty = Aucun nom d’hôte
headline-empty-detail = Ajoutez le nom qui doit mener chez vous.
headline-looking = Recherche de votre adresse…
headline-updating = Mise à jour de { $host }…
headline-working-detail = Cela prend un instant.
headline-paused = Les mises à jour sont en pause
headline-paused-detail = Votre DNS reste tel quel jusqu’à votre reprise.
headline-paused-until-detail = Votre DNS reste tel quel. Nous reprenons de nous-mêmes.
headline-offline = En attente d’internet
headline-offline-detail = Votre DNS reste comme il était. Nous reprenons dès que la connexion revient.

## Address cards

address-agreed = { $here ->
    [yes] { $count ->
        [0] adresse propre de cet ordinateur
        [one] cet ordinateur et { $names }
        *[other] cet ordinateur et { $count } services concordent
    }
    *[no] { $count ->
        [one] { $names }
        *[other] { $count } services concordent
    }
}
address-absent = Ce réseau n’a pas une telle adresse.
address-own-only = Sans internet : l’adresse propre de cet ordinateur.
verdict-direct = Directe
verdict-behind-nat = Derrière un routeur
verdict-cgnat = Partagée
verdict-not-here = Pas ici
verdict-unknown = Incertaine
verdict-own-only = Ici seulement
why-not-yet-asked = Pas encore demandé.
why-no-route = Il n’y a pas de chemin vers internet.
why-no-answer = Aucun service n’a répondu.
why-no-dns = Aucun nom n’a pu être résolu.
why-one-witness = Un seul service a répondu : { $address }.
why-disagree = Les services nomment des adresses différentes : { $addresses }.
why-captive-portal = Le réseau a répondu par une page web.
why-shared = { $address } est partagée par votre fournisseur d’accès.
why-not-public = { $address } n’est pas joignable de l’extérieur.
why-no-lasting-address = Il n’y a que des adresses éphémères.
why-not-pinned = Il n’y a pas d’adresse durable avec la fin choisie.

## What each source said, and what was made of it

source-believed = A donné { $address }, comme convenu.
source-outvoted = A donné { $address } ; d’autres se sont accordés sur une autre adresse.
source-disputed = A donné { $address } ; aucun accord.
source-alone = A donné { $address }, et personne d’autre.
source-not-public = A donné { $address }, qui n’est pas une adresse publique.
source-sign = A donné { $address }, comme simple indice.
source-no-answer = N’a pas répondu.
source-no-dns = Son nom n’a pas pu être résolu.
source-tls = Son certificat a été refusé : { $reason }.
source-not-an-address = A répondu autre chose qu’une adresse.
source-other-family = A répondu avec une adresse de l’autre sorte.
source-status = A répondu avec le statut { $reason }.
source-none = N’a pas de telle adresse.

## How a change behind the router is noticed

lookout-tells = Le routeur { $router } donne { $external }, via { $names }.
lookout-behind = Le routeur { $router } donne { $external }, et internet voit une autre adresse : il y a une autre traduction d’adresse (NAT) en chemin.
lookout-nameless = Le routeur { $router } ne donne aucune adresse publique : il y a une autre traduction d’adresse (NAT) en chemin.
lookout-pulses = Le routeur ne signale rien, donc un serveur STUN est interrogé de temps en temps.
lookout-silent = Le routeur { $router } ne signale rien.
lookout-direct = Ici, aucun changement n’est caché derrière un routeur.

## Rows of hostnames

row-ok = À jour
row-paused = En pause
row-held = En attente
row-sending = Mise à jour
row-accepted = Accepté, bientôt dans le DNS
row-unsure = Non confirmé
row-offline = En attente d’internet
row-waiting = En attente d’une adresse
row-nothing = Pas d’adresse ici
row-attention = À regarder
row-auth-rejected = Jeton refusé
row-auth-scope = Un droit manque
row-host-not-found = Inconnu du fournisseur
row-not-yours = Appartient à quelqu’un d’autre
row-blocked = Bloqué par le fournisseur
row-client-refused = Homeport a été refusé
row-bad-request = Non accepté
row-rate-limited = Trop de demandes, attente
row-provider-down = Le fournisseur ne répond pas
row-provider-unknown = Réponse non comprise
row-not-in-dns = Pas dans le DNS
row-foreign-change = Changé par quelqu’un d’autre
row-keychain-locked = Le trousseau est verrouillé
row-keychain-absent = Pas de trousseau
row-keychain-denied = Le trousseau refuse l’accès
row-secret-missing = Le jeton manque
row-tls-trust = Connexion non fiable
row-no-dns = Pas de DNS
row-standby = Tenu par le secours
standby-ready = Prêt

## Chips: the state of one record

chip-verified = prouvé
chip-accepted = bientôt dans le DNS
chip-proxied = derrière le proxy du fournisseur
chip-sending = mise à jour
chip-holding = en attente
chip-unsure = non confirmé
chip-wrong = faux
chip-offline = pas d’internet
chip-off = désactivé
chip-not-here = pas ici

## Buttons of problems

button-check-now = Vérifier maintenant
button-try-again = Réessayer
button-replace-secret = Remplacer le jeton
button-open-provider = Ouvrir { $provider }
button-edit-hostname = Modifier le nom d’hôte
button-run-diagnostics = Lancer le diagnostic
button-resume = Reprendre
button-this-is-home = C’est aussi chez moi
button-open-token-page = Ouvrir la page du jeton
button-take-over = Prendre la main
button-leave-alone = Laisser l’autre faire
button-open-sign-in = Ouvrir la page de connexion
button-use-vpn = Utiliser l’adresse du VPN
button-choose-sources = Sources de l’adresse
button-unlock = Déverrouiller
button-keep-in-memory = Garder en mémoire jusqu’à l’arrêt
button-ipv6-only = IPv6 seulement
button-ipv6-off = Désactiver IPv6
button-how-known = Comment nous le savons
button-update-here = Mettre à jour une fois
button-who-else = Qui d’autre le met à jour ?
button-details = Détails
button-show-zones = Voir mes domaines

## Problems: what happened, what it means, what to do

fault-offline-happened = Cet ordinateur n’a pas de connexion internet.
fault-offline-means = Rien ne peut être vérifié ni mis à jour. Votre DNS reste comme il était.
fault-offline-do = Nous reprenons de nous-mêmes dès qu’elle revient.
fault-no-dns-happened = Les noms ne peuvent pas être résolus.
fault-no-dns-means = La connexion est là, mais son DNS ne répond pas. Votre DNS reste comme il était.
fault-no-dns-do = Nous réessayons de nous-mêmes. Si cela dure, redémarrez le routeur.
fault-captive-happened = Le réseau a répondu par une page web au lieu de votre adresse.
fault-captive-means = C’est sans doute un Wi-Fi avec page de connexion. Rien n’a été changé.
fault-captive-do = Connectez-vous au Wi-Fi, puis vérifiez de nouveau.
fault-tls-trust-happened = La connexion sécurisée à { $provider } n’a pas pu être vérifiée.
fault-tls-trust-means = Un filtre lit le trafic, ou l’horloge de cet ordinateur est fausse. Aucun jeton n’a été envoyé.
fault-tls-trust-do = Vérifiez l’horloge et autorisez Homeport dans le filtre.
fault-vpn-active-happened = Un VPN ({ $name }) est actif.
fault-vpn-active-means = Votre adresse visible est celle du VPN, pas de votre domicile. Les mises à jour attendent.
fault-vpn-active-do = { $why ->
    [cannot-bind] Ce système ne peut pas regarder à côté d’un VPN. Désactivez-le, ou choisissez vpn = "hold" ou "through".
    [no-way-beside] Il n’y a pas de sortie à côté du VPN. Connectez-vous à votre réseau, ou désactivez le VPN.
   *[held] Désactivez-le, utilisez son adresse, ou faites-nous regarder à côté (vpn dans les réglages).
}
fault-not-home-happened = { $why ->
    [not-told] Impossible de dire quel réseau c’est.
   *[away] En déplacement : { $name } n’est pas l’un de vos réseaux domestiques.
}
fault-not-home-means = Une mise à jour ferait pointer vos noms d’hôte ici. Les mises à jour attendent.
fault-not-home-do = Rien, sauf si c’est aussi chez vous : ajoutez-le alors aux réseaux domestiques.
fault-ip-disagree-happened = Les services donnent des adresses différentes ({ $addresses }).
fault-ip-disagree-means = Nous ne savons pas laquelle est la vôtre, donc le DNS n’a pas été touché.
fault-ip-disagree-do = Cela s’arrange souvent en quelques minutes. Sinon, désactivez proxys et VPN.
fault-one-witness-happened = Un seul service donne votre adresse ({ $address }).
fault-one-witness-means = Une nouvelle adresse n’est publiée que si deux concordent. Le DNS n’a pas été touché.
fault-one-witness-do = Rien. Nous demandons de nouveau de nous-mêmes.
fault-cgnat-happened = { $why ->
    [double] Votre routeur est derrière un autre routeur.
   *[carrier] Votre fournisseur d’accès partage une adresse IPv4 entre de nombreux clients.
}
fault-cgnat-means = { $known ->
    [router] { $address } n’est pas joignable de l’extérieur en IPv4.
    [world] Votre routeur ne donne aucune adresse publique, le monde voit { $seen }. L’enregistrement est tenu à jour, mais les connexions de l’extérieur n’arrivent pas en IPv4.
   *[both] Votre routeur a { $address }, le monde voit { $seen }. L’enregistrement est tenu à jour, mais les connexions de l’extérieur n’arrivent pas en IPv4.
}
fault-cgnat-do = { $why ->
    [double] Passez le premier routeur en mode bridge, redirigez les ports dans les deux, ou utilisez IPv6.
   *[carrier] Utilisez IPv6 si vous l’avez, ou demandez une adresse IPv4 publique à votre fournisseur d’accès.
}
fault-ipv6-none-happened = Aucune adresse IPv6 durable n’a été trouvée.
fault-ipv6-none-means = Il n’y a que des adresses éphémères, ou aucune. L’enregistrement AAAA est resté tel quel.
fault-ipv6-none-do = Désactivez IPv6 pour le nom d’hôte si ce réseau n’en a pas.
fault-keychain-locked-happened = Le trousseau est verrouillé.
fault-keychain-locked-means = Le jeton de { $host } y est en sûreté, mais nous ne pouvons pas le lire. Les mises à jour attendent.
fault-keychain-locked-do = Déverrouillez-le. Nous réessayons de nous-mêmes.
fault-keychain-absent-happened = Aucun trousseau n’a été trouvé.
fault-keychain-absent-means = Le jeton de { $host } ne peut pas être lu, et nous ne gardons jamais de jeton dans un fichier.
fault-keychain-absent-do = Installez ou lancez gnome-keyring ou KWallet. Sur un serveur, utilisez les credentials de systemd.
fault-keychain-denied-happened = Le trousseau a refusé l’accès.
fault-keychain-denied-means = Le jeton de { $host } ne peut pas être lu. Les mises à jour attendent.
fault-keychain-denied-do = Autorisez Homeport dans le trousseau, puis réessayez.
fault-secret-missing-happened = Le jeton de { $host } n’est plus dans le trousseau.
fault-secret-missing-means = Un autre programme l’a supprimé. Les mises à jour de ce compte attendent.
fault-secret-missing-do = Collez de nouveau le jeton.
fault-auth-rejected-happened = { $provider } n’a pas accepté le jeton pour { $host }.
fault-auth-rejected-means = Il est mal saisi, supprimé ou expiré. Nous avons cessé d’essayer pour que vous ne soyez pas bloqué.
fault-auth-rejected-do = Créez un nouveau jeton et collez-le.
fault-auth-scope-happened = Le jeton ne peut pas changer { $host } chez { $provider }.
fault-auth-scope-means = Un droit ou une option payante manque. Nous avons cessé d’essayer.
fault-auth-scope-do = Ajoutez le droit chez { $provider } et réessayez ; le jeton reste le même.
fault-host-not-found-happened = { $provider } n’a pas de nom d’hôte { $host } dans ce compte.
fault-host-not-found-means = Il a été supprimé, a expiré ou s’y écrit autrement. Nous avons cessé d’essayer.
fault-host-not-found-do = Vérifiez-le chez { $provider }, puis réessayez.
fault-not-yours-happened = { $host } n’appartient pas à ce compte chez { $provider }.
fault-not-yours-means = Seul son propriétaire peut le changer. Nous avons cessé d’essayer.
fault-not-yours-do = Vérifiez le compte et le nom, puis réessayez.
fault-blocked-happened = { $provider } a bloqué { $host }.
fault-blocked-means = Trop de mises à jour sont arrivées, peut-être d’un autre programme ou d’un routeur. Nous avons cessé d’essayer.
fault-blocked-do = Débloquez-le d’abord chez { $provider }, puis réessayez.
fault-client-refused-happened = { $provider } refuse cette version de Homeport.
fault-client-refused-means = Continuer pourrait vous faire bloquer, donc nous avons arrêté.
fault-client-refused-do = Mettez Homeport à jour, puis réessayez.
fault-bad-request-happened = { $provider } n’a pas accepté la mise à jour de { $host }.
fault-bad-request-means = Un réglage ne convient pas. Recommencer n’aiderait pas, donc nous avons arrêté.
fault-bad-request-do = Vérifiez les réglages du nom d’hôte, puis réessayez.
fault-rate-limited-happened = { $provider } nous demande d’attendre avant de mettre à jour { $host }.
fault-rate-limited-means = Trop de mises à jour sont arrivées pour l’instant. Votre ancienne adresse reste dans le DNS jusque-là.
fault-rate-limited-do = Rien. Nous attendons le temps demandé et reprenons de nous-mêmes.
fault-provider-down-happened = { $provider } ne répond pas pour { $host }.
fault-provider-down-means = Le problème est chez eux ; votre internet fonctionne. L’ancienne adresse reste dans le DNS.
fault-provider-down-do = Rien. Nous réessayons de nous-mêmes.
fault-provider-unknown-happened = { $provider } a répondu quelque chose que nous ne comprenons pas pour { $host }.
fault-provider-unknown-means = Nous ne le comptons pas comme un succès. Le prochain essai vient plus tard, pour que vous ne soyez pas bloqué.
fault-provider-unknown-do = Regardez la réponse dans Activité : elle dit peut-être ce qui ne va pas. Corrigez, puis réessayez.
fault-uncertain-happened = Nous n’avons pas pu confirmer la mise à jour de { $host }.
fault-uncertain-means = La réponse de { $provider } s’est perdue. La mise à jour a pu réussir ; le DNS le dira.
fault-uncertain-do = Rien. Nous interrogeons ses serveurs de noms.
fault-not-in-dns-happened = { $host } n’est pas dans le DNS tel que { $provider } l’a accepté.
fault-not-in-dns-means = Ses serveurs de noms disent { $found } au lieu de { $expected }.
fault-not-in-dns-do = Les fournisseurs peuvent prendre quelques minutes. Si cela dure, regardez l’enregistrement chez { $provider }.
fault-foreign-change-happened = { $host } a été changé en { $found } par autre chose.
fault-foreign-change-means = Un autre programme, souvent le routeur, gère aussi ce nom. Nous n’y touchons pas.
fault-foreign-change-do = Désactivez l’un des deux, ou prenez la main pour le remettre à { $expected }.
fault-settings-broken-happened = Le fichier de réglages contient une erreur.
fault-settings-broken-means = { $message }. Les derniers bons réglages restent en vigueur.
fault-settings-broken-do = Corrigez le fichier et enregistrez-le.
fault-store-broken-happened = { $newer ->
    [yes] Un Homeport plus récent a écrit les données.
    *[no] Des données enregistrées étaient abîmées.
}
fault-store-broken-means = { $newer ->
    [yes] { $file } n’est pas touché, et ce Homeport garde ses données à côté. Rien n’a changé dans le DNS.
    *[no] Elles ont été mises de côté dans { $file }, et rien n’a changé dans le DNS.
}
fault-store-broken-do = { $newer ->
    [yes] Réinstallez le Homeport plus récent, ou continuez avec celui-ci.
    *[no] Rien, sauf si cela revient : vérifiez alors le disque.
}
fault-disk-full-happened = Homeport ne peut pas écrire ses données.
fault-disk-full-means = La raison : { $message }. Les mises à jour continuent en mémoire.
fault-disk-full-do = Faites de la place sur le disque. Nous réessayons de nous-mêmes.
fault-watcher-down-happened = Les changements du réseau ne nous sont pas signalés.
fault-watcher-down-means = Le système dit : { $message }. Un changement est vu en une minute au lieu d’aussitôt.
fault-watcher-down-do = Rien. Nous relançons la surveillance de nous-mêmes.


## The state and the settings on the disk. The first group stands behind "cannot be written: ".

store-full = le disque est plein
store-read-only = le disque est en lecture seule
store-denied = le système refuse l’accès au dossier
store-busy = un autre programme utilise le fichier
store-damaged = le fichier est abîmé
store-refused = le système dit : { $reason }

store-settings-gone = settings.toml a disparu ; remettez-le, ou prenez settings.toml.previous
store-settings-folder = settings.toml est un dossier ; déplacez-le
store-settings-link = settings.toml est un lien symbolique, et le propriétaire de sa cible pourrait le changer ; mettez-y le fichier lui-même
store-settings-owner = settings.toml appartient à un autre utilisateur ; reprenez-le, ou remplacez-le par une copie
store-settings-special = settings.toml n’est pas un fichier de réglages ; déplacez-le
store-settings-unreadable = settings.toml ne peut pas être lu : { $reason }
settings-not-text = le fichier n’est pas du texte en UTF-8
settings-not-text-do = enregistrez-le en UTF-8, ou revenez à settings.toml.previous

## Window
window-name = Homeport
window-pages = Pages
window-page-status = État
window-page-activity = Activité
window-page-network = Réseau
window-page-settings = Réglages
window-page-help = Aide
window-problems = { $count ->
    [one] 1 problème
    *[other] { $count } problèmes
}
window-close = Fermer
window-cancel = Annuler
window-more-for = Plus pour { $hostname }
window-copied = Copié
window-copy-failed = Ce système ne nous a pas laissés copier.
window-reason-happened = Homeport n’a pas répondu.
window-reason-means = Il redémarre peut-être ; rien n’a été changé.
window-reason-do = Réessayez dans un instant.
window-starting = Démarrage de Homeport…
window-starting-detail = Cela prend une seconde. Vos noms restent tels quels.
window-failed = Homeport n’a pas pu démarrer
window-failed-do = Réinstallez Homeport, ou lancez-le dans un terminal avec « homeport run » pour voir pourquoi.
window-failed-again = Réessayer
window-ended = Homeport s’est arrêté ; nous attendons son retour. Ce que vous voyez date de { $time }.
window-stopped = Homeport est arrêté. Vos noms ne sont pas tenus à jour.
window-stopped-start = Démarrer Homeport

window-check-now = Vérifier maintenant
window-checking = Vérification…
window-check-again-in = De nouveau dans { $seconds } s
window-pause = Mettre en pause
window-pause-hour = Pendant 1 heure
window-pause-tomorrow = Jusqu’à demain
window-pause-resumed = Jusqu’à ma reprise
window-resume = Reprendre les mises à jour
window-addresses = Vos adresses
window-copy-address = Copier l’adresse { $family }
window-no-address = pas d’adresse
window-seen = vue { $ago }
window-hostnames = Noms d’hôte
window-add = Ajouter un nom d’hôte
window-since = depuis { $time }
window-next-try = prochain essai { $time }
window-no-tray = Ce bureau n’affiche pas d’icônes de notification. Homeport continue ; ouvrez cette fenêtre depuis vos applications.

window-row-try-again = Réessayer
window-row-update = Mettre à jour
window-row-pause = Pause
window-row-resume = Reprendre
window-row-remove = Retirer…
window-remove-title = Retirer { $hostname } de Homeport ?
window-remove-text = Homeport cesse de le mettre à jour. L’enregistrement DNS lui-même reste tel quel.
window-remove = Retirer
window-update-here-title = Diriger vos noms d’hôte vers ce réseau ?
window-update-here-text = Ils mènent ici et non chez vous, jusqu’à ce que cet ordinateur soit de nouveau dans un réseau domestique. Dans le prochain autre réseau, Homeport attend de nouveau.
window-update-here-confirm = Mettre à jour ici
window-zones-title = Vos domaines
window-zones-text = Le jeton voit ces domaines. { $host } doit être dans l’un d’eux.
window-zones-none = Le jeton fonctionne, mais aucun domaine n’est nommé pour lui.

window-problem-try = prochain essai { $time }
window-problem-open = Voir que faire : { $problem }

window-practice-title = Interrogez vous-même le serveur d’essai
window-practice-text = Il fonctionne dans cet ordinateur tant que { $hostname } est là. Collez ceci dans un terminal :
window-copy-command = Copier la commande

window-empty-title = Deux façons de commencer
window-empty-add = Ajouter votre premier nom d’hôte
window-empty-add-text = Un nom chez un fournisseur comme deSEC, No-IP ou Duck DNS, gratuit ou payant.
window-empty-practice = Essayer sans compte
window-empty-practice-text = Un fournisseur d’essai dans cet ordinateur. Rien n’en sort.
window-import-card = Venir d’un autre client
window-import-card-text = Reprendre ce que ddclient, inadyn, ddns-go, No-IP ou un routeur tient à jour.
window-import-title = Reprendre d’un autre client
window-import-text = Choisissez son fichier de réglages. Rien n’est ajouté avant que vous ayez vu quoi.
window-import-choose = Choisir le fichier…
window-import-client = De qui est le fichier
window-import-recognise = Reconnu tout seul
window-import-found = Dans ce fichier de { $client } : { $count ->
    [0] rien qui puisse être repris
    [one] un nom d’hôte
   *[other] { $count } noms d’hôte
}
window-import-added = { $count ->
    [one] Un nom d’hôte a été ajouté
   *[other] { $count } noms d’hôte ont été ajoutés
}
window-import-left-out = Pas repris
window-import-not-run = Listé, et jamais exécuté
window-import-not-needed = Pas nécessaire
window-import-guessed = (deviné : à vérifier)
window-import-secret = { $key } : caché, va dans le trousseau
window-import-line = Ligne { $line } :
window-import-more = et { $count } de plus
window-import-nothing-yet = Rien n’a encore été ajouté.
window-import-add = { $count ->
    [one] Ajouter ce nom d’hôte
   *[other] Ajouter { $count } noms d’hôte
}

window-activity-detail = Gardé { $days } jours sur cet ordinateur. Aucun secret n’y est écrit.
window-activity-show = Afficher
window-activity-all = Tout
window-activity-changes = Changements
window-activity-problems = Problèmes
window-activity-today = Aujourd’hui, { $date }
window-activity-yesterday = Hier, { $date }
window-activity-folded = { $count ->
    [one] Vérifié, aucun changement
    *[other] Vérifié { $count } fois, aucun changement
}
window-activity-older = Afficher plus ancien
window-activity-none = Rien ne s’est encore passé
window-activity-none-text = Chaque changement et chaque problème sera une ligne ici.
window-activity-none-kind = Rien de ce genre
window-weight-routine = Routine
window-weight-change = Changement
window-weight-warning = À regarder
window-weight-failure = Problème

window-network-detail = Ce qui se trouve entre cet ordinateur et vos noms, vérifié point par point.
window-network-run = Tout vérifier
window-network-running = Vérification…
window-network-waiting = Les vérifications interrogent le réseau ; cela prend quelques secondes.
window-network-checks = Vérifications
window-notification-test = Envoyer un essai
window-notification-asked = Une notification est-elle apparue ?
window-notification-yes = Oui
window-notification-no = Rien n’est apparu
window-network-sum = { $passed } réussies, { $look } à regarder
window-network-sum-skipped = { $passed } réussies, { $look } à regarder, { $skipped } passées
window-check-pass = Réussi
window-check-warn = À regarder
window-check-fail = Échoué
window-check-skipped = Passé

window-settings-detail = Chaque changement s’applique aussitôt.
window-settings-accounts = Comptes
window-settings-no-account = Aucun compte
window-settings-no-account-text = L’assistant en crée un avec votre premier nom d’hôte.
window-settings-account = { $count ->
    [one] { $account } · 1 nom d’hôte
    *[other] { $account } · { $count } noms d’hôte
}
window-settings-places = Où sont les choses
window-settings-file = Réglages
window-settings-state = Historique et état
window-settings-secrets = Jetons et mots de passe
window-settings-keychain = { $system ->
    [windows] Dans le Gestionnaire d’identification de Windows, jamais dans un fichier.
    [macos] Dans votre trousseau macOS, jamais dans un fichier.
    *[other] Dans le trousseau de votre bureau, jamais dans un fichier.
}
window-settings-copy-path = Copier le chemin : { $what }
window-settings-version = Version
window-settings-theme = Couleurs
window-settings-tray = Zone de notification
window-autostart = Démarrer à la connexion
window-autostart-on = L’entrée est là : { $place }
window-autostart-off = Rien n’est mis à jour tant que vous n’ouvrez pas Homeport.
window-autostart-stale = L’entrée démarre autre chose : { $program }. Activez pour la corriger.
window-autostart-managed = systemd le démarre. Pour l’arrêter : systemctl --user disable homeport
window-autostart-hidden = Sans fenêtre
window-autostart-hidden-text = Seule la maison dans la zone de notification apparaît.
window-tray-shown = La maison est dans votre zone de notification.
window-tray-none = Homeport fonctionne sans icône.

window-way-title = Le chemin de votre adresse
window-way-computer = Cet ordinateur
window-way-router = Routeur
window-way-tunnel = VPN
window-way-internet = Internet
window-way-dns = Serveurs DNS
window-way-world = Monde
window-way-no-route = pas de sortie
window-way-accepted = accepté { $time }
window-way-servers = { $right } { $right ->
    [one] serveur
   *[other] serveurs
} sur { $count }
window-way-soon = bientôt
window-way-old = ancienne adresse
window-way-seen = la voit aussi
window-way-left = encore { $seconds } s
window-way-caches-until = D’ici là, les caches peuvent montrer l’ancienne valeur.
window-way-cut = Le chemin est coupé avant cette étape.
window-way-hold = Les mises à jour attendent avant cette étape.
window-way-is-ok = En ordre.
window-way-is-waiting = En cours.
window-way-is-old = A l’ancienne valeur.
window-way-is-unsure = À regarder.
window-way-is-none = Non utilisé.
window-way-clear = Le chemin de la maison est libre
window-way-moving = La nouvelle adresse est en route
window-way-doubtful = À regarder : { $station }
window-way-ends-at = Le chemin s’arrête à : { $station }
window-way-held-at = En attente avant : { $station }
window-way-about = Pour { $hostname }, vérifié { $ago }.
window-way-which = Nom d’hôte

window-host-where = Où en est le changement
window-host-record = Enregistrement
window-host-servers = Ce que dit chaque serveur de noms
window-server-name = Serveur de noms
window-server-answer = Réponse
window-server-silent = Pas de réponse : { $why }
window-server-empty = pas d’adresse
window-server-right = Juste :
window-server-wrong = Différent :
window-host-kept = Ce qui est tenu à jour
window-host-ttl = { $word } ; les caches le gardent { $seconds } s
window-host-access = Accès
window-host-remove = Retirer de Homeport
window-host-remove-text = L’enregistrement DNS lui-même reste tel quel.
window-standby-title = Secours
window-standby-text = Il tient le nom tant que { $provider } ne le peut pas, puis reste à jour.
window-standby-serves = le tient maintenant
window-standby-since = le tient depuis { $time }
window-standby-from = le tiendra dès { $time }
window-standby-waits = pas nécessaire maintenant
window-standby-row = secours { $provider }
window-standby-row-from = { $provider } dès { $time }
window-standby-row-fault = secours { $provider } : { $words }
window-row-open = Détails

window-time-title = Votre adresse au fil du temps
window-time-held = Combien de temps chaque adresse a duré
window-time-family = Adresse
window-time-range = Période
window-time-days = { $days } jours
window-time-none = Rien à dessiner encore. Le premier changement de votre adresse sera ici.
window-time-sum = Dessin : { $addresses ->
    [one] 1 adresse
    *[other] { $addresses } adresses
}, { $outages ->
    [0] aucune interruption
    [one] 1 interruption
    *[other] { $outages } interruptions
} en { $days } jours
window-time-today = aujourd’hui
window-time-now = { $span } jusqu’ici
window-time-all = Tout afficher ({ $count })

window-activity-lines = Ce qui s’est passé
window-activity-hostname = Nom d’hôte
window-activity-every = Tous les noms d’hôte
window-activity-sent = { $count ->
    [0] Homeport n’a envoyé aucune mise à jour de { $host } ces dernières 24 heures.
    [one] Homeport a envoyé une mise à jour de { $host } ces dernières 24 heures.
   *[other] Homeport a envoyé { $count } mises à jour de { $host } ces dernières 24 heures.
} Tout autre changement vient d’ailleurs : d’un autre programme, d’un routeur ou du site du fournisseur.
window-activity-search = Rechercher
window-activity-copy = Copier ces lignes
window-activity-when = quand
window-activity-request = envoyé
window-activity-answer = réponse
window-activity-details = Détails
window-activity-hidden = Les secrets y sont masqués.
window-report = Rapport
window-report-text = C’est tout. Rien n’est envoyé : enregistrez ou copiez-le, et donnez-le à qui vous voulez.
window-report-hide = Masquer noms et adresses
window-report-hide-text = Ils deviennent host-1 et address-1. Les secrets n’y sont jamais.
window-report-copy = Copier le rapport
window-report-save = Enregistrer dans un fichier
window-report-making = Les vérifications sont en cours ; cela prend quelques secondes.
window-saved = Enregistré : { $path }
window-report-title = Rapport pour l’assistance
window-network-copy = Copier les résultats

window-settings-sections = Sections
window-settings-general = Général
window-settings-notifications = Notifications
window-settings-network = Domicile et VPN
window-settings-sources = Votre adresse
window-settings-advanced = Avancé
window-icon-title = Icône de la barre
window-icon-monochrome = Une couleur
window-icon-color = En couleur
window-log-title = Journal technique
window-log-text = Ce qui va à la sortie d’erreur ou au journal du système. --log l’emporte.
window-proxy-title = Proxy pour les fournisseurs
window-proxy-text = http://hôte:port, sans mot de passe. Vide : ce que dit le système.
window-proxy-echo = Demander aussi l’adresse par là
window-proxy-echo-text = Les services voient alors l’adresse du proxy, rarement celle de chez vous.
window-stun-metered = STUN sur une connexion limitée
window-stun-metered-text = 48 octets par question, une toutes les 30 secondes au plus.
window-nameservers-title = Serveurs de noms propres
window-nameservers-text = Interrogés pour la preuve à la place de ceux de la zone. Une adresse par ligne, avec le port s’il n’est pas 53. Vide : ceux de la zone.
window-nameservers-wrong = La ligne { $line } n’est pas une adresse : { $text }
window-apply = Appliquer
window-webhook-title = Webhook
window-webhook-text = Pour chaque changement prouvé dans le DNS, ce serveur reçoit un message, une fois.
window-webhook-set = Il va à { $server }
window-webhook-url = Adresse
window-webhook-url-text = https://… Elle peut être secrète, donc elle n’est plus montrée. Vide : celle qui est réglée.
window-webhook-method = Méthode
window-webhook-body = Texte
window-webhook-body-text = Variables : { $names }. Vide : toutes en JSON.
window-webhook-test = Envoyer un essai
window-webhook-tested = Le serveur l’a accepté.
window-settings-language = Langue
window-language-system = Système ({ $language })
window-theme-system = Système
window-theme-light = Clair
window-theme-dark = Sombre
window-notify-title = Me dire
window-notify-all = Tout
window-notify-needs-me = Ce qui me concerne
window-notify-none = Rien
window-notify-all-text = Les nouvelles adresses, et ce qui demande votre action. Trois par heure au plus.
window-notify-needs-me-text = Seulement ce pour quoi vous devez agir.
window-notify-none-text = L’icône et cette fenêtre montrent toujours chaque problème.
window-vpn-title = Quand un VPN est actif
window-vpn-hold = Attendre
window-vpn-through = L’utiliser
window-vpn-physical = Le contourner
window-vpn-hold-text = Vos noms continuent de mener chez vous ; les mises à jour attendent.
window-vpn-through-text = Vos noms mènent à l’adresse du VPN.
window-vpn-physical-text = Nous demandons par votre propre ligne, là où le système le permet.
window-home-title = Réseaux domestiques
window-home-some = Les mises à jour n’ont lieu que dans ces réseaux.
window-home-none = Les mises à jour ont lieu dans tous les réseaux.
window-home-remove = Retirer { $network }
window-home-here = Ce réseau
window-home-here-text = Vous êtes dans { $network }.
window-home-add = Ajouter aux réseaux domestiques
window-source-router = Routeur
window-source-router-text = Interrogé en premier, sur ce réseau seulement.
window-source-stun = Serveurs STUN
window-source-stun-text = Comme les appels vidéo.
window-source-http = Services web
window-source-http-text = Plusieurs, et jamais deux du même exploitant pour une réponse.
window-source-dns = Services DNS
window-source-dns-text = Des serveurs de noms qui répondent qui demande.
window-source-interface = Cet ordinateur
window-source-interface-text = Les adresses de cet ordinateur lui-même.
window-settings-backup = Sauvegarde
window-settings-backup-text = Une copie de tous les réglages, pour cet ordinateur ou un autre. Les secrets et le webhook n’y sont pas.
window-backup-save = Enregistrer une copie
window-backup-restore = Restaurer une copie
window-backup-lacking = Restauré. Pas encore de jeton ici pour : { $accounts }
window-settings-quit = Tant que Homeport ne fonctionne pas, rien n’est mis à jour. Retirer Homeport laisse votre DNS tel quel.
window-undo = Annuler
window-undo-text = Changé : { $what }

window-replace = Remplacer le jeton
window-replace-title = Nouvel accès pour { $provider }
window-replace-text = Il remplace celui enregistré pour { $account }. Les mises à jour reprennent aussitôt.
window-replace-until-quit = Il n’y a pas de trousseau ici. Ce que vous saisissez reste en mémoire jusqu’à l’arrêt de Homeport, et n’est jamais écrit dans un fichier.
window-replace-save = Enregistrer
window-replace-none = { $provider } n’a besoin d’aucun secret.

window-help-title = Touches
window-help-pages = État, Activité, Réseau, Réglages
window-help-add = Ajouter un nom d’hôte
window-help-check = Vérifier maintenant
window-help-settings = Réglages
window-help-back = Retour, ou fermer
window-help-this = Cette liste

window-field-show = Afficher { $field }
window-field-hide = Masquer { $field }
window-field-optional = facultatif
window-field-missing = { $field } est nécessaire.
window-field-pattern = Cela ne convient pas à « { $field } ». Copiez tout, et rien d’autre.
window-field-pattern-example = Cela ne convient pas à « { $field } ». Exemple : { $example }.
window-file-choose = Choisir le fichier…
window-file-taken = Le texte du fichier est dans le champ.
window-file-too-long-happened = Ce fichier est plus long que toute clé.
window-file-too-long-means = Il dépasse 64 Kio. Rien n’en a été repris.
window-file-too-long-do = Choisissez le fichier que le fournisseur a créé pour vous.
window-file-not-text-happened = Ce fichier n’est pas du texte.
window-file-not-text-means = Un fichier de clé est du texte en UTF-8. Rien n’en a été repris.
window-file-not-text-do = Choisissez le fichier tel qu’il a été téléchargé, ou collez son texte.
window-file-not-read-happened = Ce fichier n’a pas pu être lu.
window-file-not-read-means = Le système a dit : { $reason }.
window-file-not-read-do = Vérifiez que vous pouvez l’ouvrir, ou collez son texte.
window-hostname-missing = Saisissez le nom qui doit mener chez vous.
window-hostname-wrong = Ce n’est pas un nom d’hôte. Exemple : home.example.org.
window-family-missing = Activez au moins l’un des deux.

window-wizard-step = { $name } · étape { $number } sur { $of }
window-wizard-close = Fermer, garder le brouillon
window-wizard-back = Retour
window-wizard-continue = Continuer
window-wizard-provider = Fournisseur
window-wizard-access = Accès
window-wizard-hostname = Nom d’hôte
window-wizard-test = Essai
window-wizard-done = Terminé

window-provider-title = Quel nom doit mener chez vous ?
window-provider-text = Saisissez celui que vous avez déjà et nous trouvons qui s’en occupe, ou cherchez un fournisseur.
window-provider-search = Nom d’hôte ou fournisseur
window-provider-example = home.example.org
window-provider-found = { $provider } s’occupe de { $hostname }
window-provider-looking = Nous cherchons qui s’occupe de { $hostname }…
window-provider-not-found = Nous n’avons pas reconnu qui s’occupe de { $hostname }. Choisissez son fournisseur ci-dessous.
window-provider-list = Fournisseurs
window-provider-no-match = Aucun fournisseur n’a « { $text } » dans son nom.
window-provider-choose = Choisissez d’abord un fournisseur.
window-provider-unverified = votre propre fichier

window-preflight = Avant de commencer
window-preflight-address = { $family } : { $verdict }

window-access-title = Donnez à Homeport une clé pour { $provider }
window-access-text = Elle peut changer les enregistrements DNS que vous nommez, rien de plus.
window-access-text-plain = Ce que { $provider } demande avant de changer un enregistrement.
window-access-none = { $provider } n’a besoin de rien ici.
window-access-open = Ouvrir { $provider }
window-access-rights = Donnez-lui ces droits, rien de plus :
window-access-which = Quel compte
window-access-saved = Enregistré : { $account }
window-access-new = Autre compte
window-access-saved-text = L’accès enregistré sert de nouveau. Rien à saisir.
window-access-kept = { $system ->
    [windows] Enregistré dans le Gestionnaire d’identification de Windows. Homeport ne l’écrit jamais dans un fichier et ne le montre plus jamais.
    [macos] Enregistré dans votre trousseau macOS. Homeport ne l’écrit jamais dans un fichier et ne le montre plus jamais.
    *[other] Enregistré dans le trousseau de votre bureau. Homeport ne l’écrit jamais dans un fichier et ne le montre plus jamais.
}
window-token-checking = Vérification du jeton…
window-token-go-on = Vous pouvez continuer : le test final montrera si cela fonctionne.
window-token-needs = Il lui faut :

window-name-title = Quel nom, et où doit-il mener ?
window-name-text = Seuls les enregistrements activés sont touchés ; tout le reste de la zone demeure.
window-name-label = Nom d’hôte
window-name-below = Nom
window-name-zone = Zone
window-name-zone-typed = Saisir le nom entier
window-name-zone-help = Sera tenu à jour : { $hostname }. Écrivez @ pour la zone elle-même.
window-name-zone-empty = Écrivez @ pour la zone elle-même.
window-name-ipv4 = IPv4
window-name-ipv6 = IPv6
window-name-record-a = enregistrement A
window-name-record-aaaa = enregistrement AAAA
window-name-will-be = Sera { $address }
window-name-own = Sera l’adresse propre de cet ordinateur
window-name-unknown = Pas encore connue ; mise en place dès qu’elle l’est
window-name-not-here = Il n’y a pas ici d’adresse durable de ce type. L’enregistrement reste tel quel.
window-name-create = Créer les enregistrements manquants
window-name-create-text = Sans cela, Homeport ne change que les enregistrements existants.
window-name-only-here = Seulement dans ce réseau
window-name-only-here-text = Ailleurs, dans un café ou un hôtel, les mises à jour attendent, pour que votre nom n’y pointe jamais.

window-test-title = Mettez à jour une fois et regardez
window-test-text = C’est pour de vrai. Vous voyez chaque étape, et rien n’est caché si l’une échoue.
window-test-start = Mettre à jour et vérifier
window-test-again = Réessayer
window-test-again-in = De nouveau dans { $seconds } s
window-test-sent = Envoyé à { $provider }
window-test-accepted = { $provider } l’a accepté
window-test-unchanged = { $provider } a déjà cette adresse
window-test-reads-back = Ses serveurs de noms l’ont
window-test-proxied = { $provider } se tient devant avec son proxy
window-test-visible = Visible dans le monde
window-test-visible-caches = les caches peuvent prendre quelques minutes de plus
window-test-visible-later = prend jusqu’à quelques minutes ; vous pouvez continuer
window-test-seconds = { $seconds } s
window-test-fix-access = Changer l’accès
window-test-fix-hostname = Changer le nom d’hôte
window-test-anyway = Ajouter quand même
window-test-anyway-text = Homeport continue d’essayer de lui-même.
window-test-keep = Tenir à jour
window-test-adding = Ajout…

window-done-title = { $hostname } mène chez vous
window-done-adding = { $hostname } est en de bonnes mains
window-done-text = Homeport s’en charge. Vous pouvez fermer cette fenêtre.
window-done-text-tray = Homeport reste dans la zone de notification et s’en charge. Vous pouvez fermer cette fenêtre.
window-done-where = { $system ->
    [windows] Vous le trouvez en bas à droite de l’écran, peut-être derrière la flèche.
    [macos] Vous le trouvez dans la barre des menus.
    *[other] Vous le trouvez dans la zone de notification.
}
window-done-another = Ajouter un autre
window-done-kept = L’accès est gardé pour le prochain nom chez { $provider }.
window-done = Terminé


## Provider forms

form-refused = { $problem }.
form-refused-means = Rien n’a été envoyé ni enregistré.
form-refused-cure = Corrigez le champ marqué et réessayez.
recognised-by-suffix = Les noms sous { $suffix } en font partie.
recognised-by-nameserver = La zone est servie par { $server }.

## Secrets that could not be stored

vault-locked-happened = Le trousseau est verrouillé.
vault-locked-means = Le secret n’a pas été enregistré.
vault-locked-do = Déverrouillez le trousseau, puis réessayez.
vault-absent-happened = Il n’y a pas de trousseau ici.
vault-absent-means = Le secret n’a pas été enregistré ; nous ne gardons de secrets nulle part ailleurs.
vault-absent-do = Installez ou lancez gnome-keyring ou KWallet, ou utilisez les credentials de systemd sur un serveur.
vault-denied-happened = Le système a refusé l’accès au trousseau.
vault-denied-means = Le secret n’a pas été enregistré.
vault-denied-do = Autorisez Homeport dans les réglages du trousseau, puis réessayez.
vault-too-long-happened = Le secret est trop long.
vault-too-long-means = Le trousseau de ce système accepte au plus { $limit } caractères.
vault-too-long-do = Vérifiez que seul le secret a été collé.
vault-read-only-happened = Les secrets de ce compte viennent des credentials de systemd.
vault-read-only-means = Nous pouvons les lire, pas les changer.
vault-read-only-do = Changez le credential dans l’unité du service, puis redémarrez le service.
vault-not-kept-happened = Le trousseau n’a pas gardé le secret.
vault-not-kept-means = Une autre valeur est revenue à la relecture.
vault-not-kept-do = Voyez si un autre programme change l’entrée, puis réessayez.

## Doctor: the title of each check, what was found, and (-do) what to do

doctor-settings = Fichier de réglages
doctor-settings-right = Il est juste et nomme { $count ->
    [1] 1 nom d’hôte
    *[other] { $count } noms d’hôte
}.
doctor-settings-empty = Il ne nomme aucun nom d’hôte.
doctor-settings-empty-do = Ajoutez un nom d’hôte dans la fenêtre, ou avec : homeport add.
doctor-settings-wrong = { $message }
doctor-settings-wrong-do = Corrigez la ligne, ou revenez à settings.toml.previous. Les derniers bons réglages restent en vigueur jusque-là.
doctor-notification = Notifications
doctor-notification-untried = Vous seul pouvez dire si une notification apparaît.
doctor-notification-seen = L’essai est apparu.
doctor-notification-unseen = L’essai n’est pas apparu.
doctor-notification-unseen-do = { $system ->
    [windows] Autorisez Homeport dans Paramètres, Système, Notifications, et désactivez « Ne pas déranger ».
    [macos] Autorisez Homeport dans Réglages Système, Notifications, et désactivez la concentration.
   *[other] Désactivez « Ne pas déranger » et autorisez Homeport dans les réglages de notification du bureau.
}
doctor-webview = Ce qui dessine la fenêtre
doctor-webview-right = Version { $version }.
doctor-webview-silent = Il ne donne pas sa version.
doctor-webview-old = La version { $version } est ancienne : des pages peuvent mal s’afficher.
doctor-webview-old-do = Mettez le système à jour. Vos noms d’hôte restent à jour malgré tout.
doctor-state = État enregistré
doctor-state-right = { $path } peut être écrit.
doctor-state-wrong = { $path } ne peut pas être écrit : { $reason }.
doctor-state-wrong-do = Faites de la place sur le disque, ou reprenez le dossier. Nous continuons en mémoire et réessayons de nous-mêmes.
doctor-credentials = Dossier des credentials
doctor-credentials-right = { $path } contient { $count ->
    [1] 1 secret
    *[other] { $count } secrets
}.
doctor-credentials-empty = { $path } est vide.
doctor-credentials-empty-do = Nommez chaque secret dans l’unité du service : LoadCredential=ACCOUNT.FIELD:/path.
doctor-credentials-unreadable = { $path } ne peut pas être lu.
doctor-credentials-unreadable-do = Démarrez Homeport par son unité systemd, qui rend ce dossier lisible.
doctor-keychain = Trousseau
doctor-keychain-ready = Il est là et déverrouillé.
doctor-keychain-locked = Il est verrouillé ; les secrets y sont en sûreté.
doctor-keychain-locked-do = Déverrouillez-le. Nous reprenons alors de nous-mêmes.
doctor-keychain-absent = Il n’y en a pas.
doctor-keychain-absent-do = Installez ou lancez gnome-keyring ou KWallet, ou utilisez les credentials de systemd sur un serveur.
doctor-keychain-denied = Le système en refuse l’accès.
doctor-keychain-denied-do = Autorisez Homeport dans les réglages du trousseau.
doctor-secrets = Secrets de { $account }
doctor-secrets-ready = Ils peuvent être lus.
doctor-secrets-missing = Au moins un a disparu.
doctor-secrets-missing-do = Saisissez-le de nouveau dans la fenêtre.
doctor-secrets-locked = Le trousseau est verrouillé.
doctor-secrets-locked-do = Déverrouillez le trousseau. Nous reprenons alors de nous-mêmes.
doctor-secrets-absent = Il n’y a pas de trousseau où les lire.
doctor-secrets-absent-do = Installez ou lancez gnome-keyring ou KWallet, ou utilisez les credentials de systemd sur un serveur.
doctor-secrets-denied = Le système en refuse l’accès.
doctor-secrets-denied-do = Autorisez Homeport dans les réglages du trousseau.
doctor-route = Sortie { $family }
doctor-route-gateway = Par { $interface } vers { $gateway }.
doctor-route-direct = Par { $interface }.
doctor-route-tunnel = Par { $interface }, qui est un VPN.
doctor-route-tunnel-do = Désactivez le VPN, ou choisissez dans les réglages ce qui vaut quand il est actif (vpn).
doctor-route-none = Il n’y a pas de route par défaut.
doctor-route-none-do = Connectez cet ordinateur au réseau. Sans { $family } chez vous, désactivez cet enregistrement.
doctor-route-unwanted = Il n’y en a pas, et aucun nom d’hôte n’a besoin de { $family }.
doctor-ipv6 = Adresse IPv6 durable
doctor-ipv6-lasting = { $address }
doctor-ipv6-passing = Il n’y a que des adresses qui changent d’elles-mêmes.
doctor-ipv6-passing-do = Activez une adresse IPv6 stable dans les réglages réseau de cet ordinateur.
doctor-ipv6-none = Cet ordinateur n’a pas d’adresse IPv6 publique.
doctor-ipv6-none-do = Activez IPv6 dans le routeur, ou désactivez l’enregistrement AAAA.
doctor-ipv6-unwanted = Aucun nom d’hôte n’en a besoin.
doctor-watcher = Surveillance du réseau
doctor-watcher-running = Les changements sont vus aussitôt.
doctor-watcher-down = { $message }
doctor-watcher-down-do = Nous regardons chaque minute à la place. Redémarrez Homeport si cela dure.
doctor-router = Routeur
doctor-router-tells = { $words }
doctor-router-behind = { $words }
doctor-router-behind-do = Demandez à votre fournisseur d’accès une adresse IPv4 à vous, passez le premier routeur en mode bridge, ou utilisez IPv6.
doctor-router-pulses = { $words }
doctor-router-silent = { $words }
doctor-router-silent-do = Activez UPnP ou NAT-PMP dans le routeur, pour que les changements soient vus aussitôt.
doctor-router-direct = { $words }
doctor-sources = Adresse { $family } publique
doctor-sources-agree = { $address } : { $why }
doctor-sources-own = { $address } est l’adresse propre de cet ordinateur.
doctor-sources-own-do = Le monde ne l’atteint peut-être pas. Vérifiez la connexion internet.
doctor-sources-unknown = { $why }
doctor-sources-unknown-do = Les enregistrements restent tels quels. Vérifiez la connexion internet, puis vérifiez de nouveau.
doctor-sources-early = La première vérification n’est pas terminée.
doctor-sources-unwanted = Aucun nom d’hôte n’en a besoin.
doctor-route-beside = { $family } est cherché à côté du VPN, par { $interface }.
doctor-network = Réseau
doctor-network-home = { $network } est un réseau domestique.
doctor-network-everywhere = Les mises à jour se font dans tous les réseaux.
doctor-network-away = En déplacement : { $network } n’est pas l’un de vos réseaux domestiques.
doctor-network-away-do = Rien, sauf si c’est aussi chez vous : ajoutez-le alors aux réseaux domestiques.
doctor-network-unknown = Impossible de dire quel réseau c’est.
doctor-network-unknown-do = Vérifiez la connexion au routeur. Les mises à jour attendent que le réseau soit connu.
doctor-power = Alimentation et coût
doctor-power-plugged = Pas sur batterie, connexion non limitée à ce qu’on sait : plein rythme.
doctor-power-battery = Sur batterie : les questions sont plus rares.
doctor-power-metered = Connexion limitée : les serveurs STUN ne sont pas interrogés.
doctor-power-both = Sur batterie et connexion limitée : questions plus rares, et pas de serveurs STUN.
doctor-source = { $source } ({ $family })
doctor-source-heard = { $words } Fiabilité : { $health } sur 100.
doctor-source-doubted = { $words } Fiabilité : { $health } sur 100.
doctor-source-doubted-do = Rien : on croit les autres. Une source qui reste fausse est laissée de côté une heure.
doctor-dropped = Réponses défectueuses
doctor-dropped-none = Aucune n’est arrivée.
doctor-dropped-some = Écartées : { $kinds }.
doctor-clock = Horloge
doctor-clock-right = Les certificats sont valables selon elle.
doctor-clock-wrong = La date de cet ordinateur est fausse.
doctor-clock-wrong-do = Réglez la date et l’heure, de préférence par internet. Les connexions sécurisées échouent jusque-là.
doctor-clock-unknown = Aucune connexion sécurisée n’a permis de le voir.
doctor-proxy = Proxy
doctor-proxy-none = Aucun n’est défini.
doctor-proxy-set = Les demandes aux fournisseurs passent par { $proxies }.
doctor-provider = Connexion à { $provider }
doctor-provider-reached = { $host } répond avec un certificat valable.
doctor-provider-proxy = Non essayé, car les demandes passent par un proxy.
doctor-provider-unreached = { $message }.
doctor-provider-unreached-do = Vérifiez la connexion internet et le pare-feu. Le fournisseur a peut-être aussi des ennuis.
doctor-provider-untrusted = { $message }.
doctor-provider-untrusted-do = Rien de secret n’a été envoyé. Vérifiez l’horloge ; un filtre ou un réseau d’entreprise peut aussi être en cause (SSL_CERT_FILE).
doctor-dns = { $hostname }, { $record }
doctor-dns-proved = Les serveurs de noms de la zone ont { $address }.
doctor-dns-accepted = Le fournisseur a accepté { $address } ; ses serveurs de noms ne le montrent pas encore.
doctor-dns-accepted-do = Attendez quelques minutes. Nous regardons de nouveau de nous-mêmes.
doctor-dns-unsure = { $word }
doctor-dns-unsure-do = Nous n’avons pas pu le confirmer et regardons de nouveau de nous-mêmes.
doctor-dns-wrong = { $word }
doctor-dns-wrong-do = Regardez ce nom d’hôte dans la fenêtre ; elle dit que faire.
doctor-dns-held = Rien n’est attendu maintenant : { $word }
doctor-standby = { $hostname }, { $record }, secours chez { $provider }
doctor-standby-ready = Il n’est pas nécessaire maintenant et n’a rien publié.
doctor-ttl = { $hostname }, TTL
doctor-ttl-long = Après un changement, d’autres peuvent garder l’ancienne adresse { $count } minutes.
doctor-ttl-long-do = Baissez le TTL de l’enregistrement chez { $provider }, si c’est possible.
doctor-ttl-lower = Après un changement, d’autres peuvent garder l’ancienne adresse { $count } minutes.
doctor-ttl-lower-do = Baissez-le chez { $provider }, ou écrivez lower_ttl = true à ce nom d’hôte dans settings.toml : Homeport mettra { $seconds } secondes au prochain changement.
doctor-ttl-soon = D’autres peuvent garder l’ancienne adresse { $count } minutes. Au prochain changement, ce seront { $seconds } secondes.
doctor-tray = Icône de notification
doctor-tray-shown = Elle est affichée.
doctor-tray-no-host = Ce bureau n’affiche pas d’icônes de notification.
doctor-tray-no-host-do = Sous GNOME, activez l’extension AppIndicator. Homeport fonctionne sans l’icône.
doctor-tray-none = Il n’y a pas de bureau ici.
doctor-autostart = Démarrage à la connexion
doctor-autostart-on = { $place } démarre ce programme.
doctor-autostart-managed = systemd démarre { $program } ({ $place }).
doctor-autostart-headless = Il n’y a pas d’entrée, ni de bureau ici.
doctor-autostart-off = Homeport ne démarre pas tout seul.
doctor-autostart-off-do = Activez-le dans les réglages, ou avec : homeport service install
doctor-autostart-stale = { $place } démarre autre chose : { $program }
doctor-autostart-stale-do = Désactivez-le puis réactivez-le dans les réglages, ou lancez : homeport service install
## Lines of the history

journal-started = Homeport { $version } a démarré.
journal-address-found = Adresse { $family } { $new } trouvée. Vue par { $names }.
journal-address-changed = Nouvelle adresse { $family } { $new }, avant { $old }. Vue par { $names }.
journal-address-unknown = L’adresse { $family } n’est plus sûre. { $why }
journal-sent = { $count ->
    [one] { $addresses } envoyé pour { $host } à { $provider }.
    *[other] { $addresses } envoyé pour { $count } noms d’hôte à { $provider }.
}
journal-answered-good = { $provider } a accepté la mise à jour de { $host }.
journal-answered-unchanged = { $provider } avait déjà cette adresse pour { $host }.
journal-answered-bad-auth = { $provider } a refusé le jeton pour { $host }{ $quoted ->
    [yes]  : { $message }
    *[no] .
}
journal-answered-no-such-host = { $provider } n’a pas { $host } dans ce compte{ $quoted ->
    [yes]  : { $message }
    *[no] .
}
journal-answered-not-entitled = { $provider } dit que ce compte ne peut pas changer { $host }{ $quoted ->
    [yes]  : { $message }
    *[no] .
}
journal-answered-blocked = { $provider } a bloqué { $host }{ $quoted ->
    [yes]  : { $message }
    *[no] .
}
journal-answered-bad-request = { $provider } n’a pas accepté la mise à jour de { $host }{ $quoted ->
    [yes]  : { $message }
    *[no] .
}
journal-answered-client-refused = { $provider } a refusé ce programme pour { $host }{ $quoted ->
    [yes]  : { $message }
    *[no] .
}
journal-answered-rate-limited = { $provider } nous demande d’attendre pour { $host }{ $quoted ->
    [yes]  : { $message }
    *[no] .
}
journal-answered-server-trouble = { $provider } a eu des ennuis pour { $host }{ $quoted ->
    [yes]  : { $message }
    *[no] .
}
journal-answered-unknown = { $provider } a répondu quelque chose que nous ne comprenons pas pour { $host }{ $quoted ->
    [yes]  : { $message }
    *[no] .
}
journal-uncertain = La mise à jour de { $host } chez { $provider } n’a pas pu être confirmée : { $message }.
journal-not-sent = { $provider } n’a pas été joint pour { $host } : { $message }.
journal-trouble = { $code ->
    [settings-broken] Le fichier de réglages contient une erreur : { $message }.
    [store-broken] Des données étaient abîmées ; le fichier est gardé sous { $message }.
    [store-newer] Un Homeport plus récent a écrit { $message } ; il n’est pas touché.
    *[disk-full] Homeport ne peut pas écrire ses données : { $message }.
}
journal-proved = { $seconds ->
    [0] Les serveurs de noms de { $host } disent { $address }.
    *[other] Les serveurs de noms de { $host } disent { $address }, { $seconds } s après la mise à jour.
}
journal-not-proved = { $count ->
    [0] Les serveurs de noms de { $host } n’ont pas encore { $expected }.
    *[other] Les serveurs de noms de { $host } disent { $found } au lieu de { $expected }.
}
journal-halted = Les mises à jour chez { $provider } sont arrêtées jusqu’à votre action.
journal-halted-hostname = Les mises à jour de { $host } chez { $provider } sont arrêtées jusqu’à votre action.
journal-standby-serves = { $host } est maintenant tenu par son secours { $provider } : le premier compte est en panne depuis trop longtemps.
journal-first-serves = { $provider } tient de nouveau { $host } à jour.
journal-held-vpn = En attente : un VPN ({ $name }) est actif.
journal-held-away = En attente : ce n’est pas un réseau domestique.
journal-released = Les mises à jour reprennent.
journal-paused = Vous avez mis toutes les mises à jour en pause.
journal-paused-hostname = Vous avez mis { $host } en pause.
journal-resumed = Les mises à jour ont repris.
journal-resumed-hostname = Vous avez repris { $host }.
journal-settings = Réglages changés : { $what }
journal-checked = Vérifié, à votre demande.
journal-notified = { $try ->
    [yes] Le webhook { $server } a accepté un essai.
   *[no] Le webhook { $server } a été informé de { $host }.
}
journal-not-notified = { $try ->
    [yes] Un essai n’a pas atteint le webhook { $server } : { $message }
   *[no] Le webhook { $server } n’a pas pu être informé de { $host } : { $message }
}

## Results of `homeport try`, `homeport once` and the wizard's test

token-good = { $provider } accepte le jeton.
token-good-for = Le jeton fonctionne pour : { $zones }{ $more ->
    [0] .
   *[other] {" "}et { $more } de plus.
}
token-refused = { $provider } n’accepte pas le jeton{ $quoted ->
    [yes]  : { $message }
   *[no] .
}
token-not-entitled = { $provider } connaît le jeton, mais il lui manque un droit{ $quoted ->
    [yes]  : { $message }
   *[no] .
}
token-later = { $provider } n’a pas pu être interrogé maintenant{ $quoted ->
    [yes]  : { $message }
   *[no] .
}
token-unknown = { $provider } a répondu quelque chose que nous ne comprenons pas{ $quoted ->
    [yes]  : { $message }
   *[no] .
}
try-good = { $host } a été mis à jour.
try-unchanged = { $host } avait déjà cette adresse.
try-bad-auth = Le fournisseur n’a pas accepté le jeton{ $quoted ->
    [yes]  : { $message }
    *[no] .
} Créez-en un nouveau et collez-le.
try-no-such-host = Ce compte n’a pas { $host }{ $quoted ->
    [yes]  : { $message }
    *[no] .
} Vérifiez le nom chez le fournisseur.
try-not-yours = { $host } appartient à un autre compte{ $quoted ->
    [yes]  : { $message }
    *[no] .
} Vérifiez le nom et le compte.
try-not-entitled = Ce compte ou jeton ne peut pas changer { $host }{ $quoted ->
    [yes]  : { $message }
    *[no] .
} Ajoutez le droit chez le fournisseur.
try-blocked = Le fournisseur a bloqué { $host }{ $quoted ->
    [yes]  : { $message }
    *[no] .
} Débloquez-le d’abord là-bas.
try-bad-request = Le fournisseur n’a pas accepté la demande{ $quoted ->
    [yes]  : { $message }
    *[no] .
} Vérifiez les champs.
try-client-refused = Le fournisseur refuse cette version de Homeport{ $quoted ->
    [yes]  : { $message }
    *[no] .
} Mettez Homeport à jour.
try-rate-limited = Le fournisseur demande d’attendre{ $quoted ->
    [yes]  : { $message }
    *[no] .
} Réessayez plus tard.
try-server-trouble = Le fournisseur a des ennuis{ $quoted ->
    [yes]  : { $message }
    *[no] .
} Réessayez plus tard.
try-unknown = Le fournisseur a répondu quelque chose que nous ne comprenons pas{ $quoted ->
    [yes]  : { $message }
    *[no] .
}
try-uncertain = Nous n’avons pas pu confirmer la mise à jour{ $quoted ->
    [yes]  : { $message }
    *[no] .
} Elle a pu réussir.
try-not-sent = Rien n’a été changé{ $quoted ->
    [yes]  : { $message }
    *[no] .
}
once-would-send = Serait mis à jour.
once-would-not-send = Rien ne serait envoyé.

## Refused requests: what happened, what it means, what to do

refused-no-thread-happened = Homeport n’a pas pu démarrer.
refused-no-thread-means = Le système a refusé un thread.
refused-no-thread-do = Fermez d’autres programmes et redémarrez Homeport.
refused-unknown-hostname-happened = { $host } n’est pas dans les réglages.
refused-unknown-hostname-means = Rien n’a été changé.
refused-unknown-hostname-do = Voyez les noms avec : homeport list
refused-bad-hostname-happened = « { $host } » n’est pas un nom d’hôte : { $error }.
refused-bad-hostname-means = Rien n’a été changé.
refused-bad-hostname-do = Écrivez le nom entier, comme home.example.org.
refused-no-address-happened = Aucune adresse n’est connue pour { $host }.
refused-no-address-means = Rien n’a été envoyé.
refused-no-address-do = Vérifiez la connexion internet, ou saisissez une adresse.
refused-no-secret-happened = Le jeton enregistré pour { $host } n’a pas pu être lu.
refused-no-secret-means = Rien n’a été envoyé.
refused-no-secret-do = Déverrouillez le trousseau, ou collez de nouveau le jeton.
refused-hostname-twice-happened = { $host } est déjà dans les réglages.
refused-hostname-twice-means = Un nom est tenu par un seul compte.
refused-hostname-twice-do = Retirez-le d’abord, ou choisissez un autre nom.
refused-no-family-happened = IPv4 et IPv6 sont tous deux désactivés pour { $host }.
refused-no-family-means = Il n’y aurait rien à tenir à jour.
refused-no-family-do = Activez au moins l’un d’eux.
refused-unknown-provider-happened = Il n’y a pas de fournisseur « { $provider } ».
refused-unknown-provider-means = Rien n’a été changé.
refused-unknown-provider-do = Voyez les fournisseurs avec : homeport providers
refused-bad-account-happened = « { $account } » ne peut pas être le nom d’un compte.
refused-bad-account-means = Il nomme le jeton dans le trousseau.
refused-bad-account-do = Utilisez des lettres, des chiffres, « - » et « _ », 64 au plus.
refused-no-network-happened = Impossible de dire quel réseau c’est.
refused-no-network-means = Aucun réseau domestique n’a été ajouté.
refused-no-network-do = Connectez-vous au réseau, attendez une vérification, puis réessayez.
refused-autostart-managed-happened = systemd démarre déjà Homeport.
refused-autostart-managed-means = Deux entrées ouvriraient la fenêtre à chaque connexion ; rien n’a été changé : { $reason }
refused-autostart-managed-do = Pour l’arrêter : systemctl --user disable homeport
refused-autostart-out-of-reach-happened = Le service ne peut pas démarrer { $reason }.
refused-autostart-out-of-reach-means = Il ne voit ni les dossiers personnels ni les temporaires. Rien n’a été changé.
refused-autostart-out-of-reach-do = Placez le programme dans un dossier tel que /usr/local/bin.
refused-autostart-not-written-happened = Le démarrage à la connexion n’a pas pu être changé : { $reason }
refused-autostart-not-written-means = Il est comme avant.
refused-autostart-not-written-do = Vérifiez qui peut y écrire, puis réessayez.
refused-not-saved-happened = Le fichier n’a pas pu être écrit : { $reason }
refused-not-saved-means = Rien n’a été enregistré ni remplacé.
refused-not-saved-do = Choisissez un fichier qui n’existe pas encore, dans un dossier où vous pouvez écrire.
refused-not-restored-happened = La copie est inutilisable : { $error }
refused-not-restored-means = Vos réglages sont comme avant.
refused-not-restored-do = Choisissez un fichier enregistré par Homeport, et corrigez ce qui est nommé ici.
refused-webhook-url-happened = Ce n’est pas une adresse possible pour un webhook.
refused-webhook-url-means = Le webhook est comme avant.
refused-webhook-url-do = Écrivez l’adresse entière avec https://. http:// n’est que pour une adresse de votre réseau, en chiffres.
refused-webhook-body-happened = Il n’y a pas de variable « { $found } ».
refused-webhook-body-means = Le webhook est comme avant.
refused-webhook-body-do = Utilisez hostname, family, address et old, chacun entre doubles accolades.
refused-webhook-test-happened = { $server } n’a pas accepté l’essai : { $reason }
refused-webhook-test-means = Il n’apprendrait pas non plus un changement. Vos noms d’hôte sont mis à jour malgré tout.
refused-webhook-test-do = Vérifiez l’adresse, et ce que ce serveur attend.
refused-bad-device-happened = « { $device } » n’est pas une fin d’adresse.
refused-bad-device-means = L’enregistrement AAAA d’une autre machine demande la seconde moitié de son adresse.
refused-bad-device-do = Écrivez-la ::1234, ou l’adresse matérielle de la machine.
refused-other-provider-happened = Le compte « { $account } » est chez un autre fournisseur.
refused-other-provider-means = Rien n’a été changé.
refused-other-provider-do = Choisissez un autre nom pour le nouveau compte.
refused-unknown-account-happened = Il n’y a pas de compte « { $account } ».
refused-unknown-account-means = Rien n’a été changé.
refused-unknown-account-do = Voyez les comptes avec : homeport list
refused-no-desktop-happened = Aucune notification n’a été affichée : Homeport fonctionne sans bureau.
refused-no-desktop-means = Personne ne la verrait.
refused-no-desktop-do = Lancez Homeport dans votre session de bureau, sans --no-tray.
refused-same-account-happened = « { $account } » est déjà le compte de ce nom d’hôte.
refused-same-account-means = Un compte de secours tient un nom d’hôte tant que son propre compte ne le peut pas. Rien n’a été modifié.
refused-same-account-do = Indiquez un autre compte, de préférence chez un autre fournisseur ; « homeport list » les affiche.
refused-settings-wrong-happened = Les réglages n’ont pas été changés : { $error }.
refused-settings-wrong-means = Le fichier reste tel quel.
refused-settings-wrong-do = Corrigez le fichier, puis réessayez.
refused-settings-not-written-happened = Les réglages n’ont pas pu être écrits : { $error }.
refused-settings-not-written-means = Le fichier reste tel quel.
refused-settings-not-written-do = Vérifiez le disque et le dossier, puis réessayez.
## Command line: mistakes and trouble, in three parts

command-unasked-happened = Le Homeport en cours n’a pas pu être interrogé : { $reason }.
command-unasked-means = Rien n’a été changé.
command-unasked-do = Réessayez. Si cela dure, arrêtez Homeport et démarrez-le avec : homeport run
command-unexpected-happened = Le Homeport en cours a donné une réponse qui ne convient pas.
command-unexpected-means = Il est peut-être d’une autre version que cette commande.
command-unexpected-do = Arrêtez Homeport et redémarrez-le avec : homeport run
command-unwritten-happened = Le résultat n’a pas pu être écrit : { $reason }.
command-unwritten-means = La commande elle-même a été exécutée.
command-unwritten-do = Faites de la place à la sortie, et demandez avec : homeport status
command-usage-happened = { $reason }
command-usage-means = Rien n’a été fait.
command-usage-do = Voyez : { $help }
command-stray = Il y a un mot de trop sur la ligne de commande ; il n’est pas montré, car il peut être secret.
command-no-home-happened = Ce système ne nomme pas de dossier personnel pour vous.
command-no-home-means = Nous ne savons pas où sont les réglages.
command-no-home-do = Nommez un dossier avec --config DIR.
command-start-happened = Homeport n’a pas pu démarrer : { $reason }.
command-start-means = Aucun nom d’hôte n’est tenu à jour maintenant.
command-start-do = Corrigez la cause et redémarrez-le. Le journal en dit plus avec --log debug.
command-second-happened = Un autre Homeport tient la place et ne répond pas : { $reason }.
command-second-means = Deux enverraient en double, donc celui-ci s’arrête.
command-second-do = Arrêtez d’abord l’autre, ou donnez à celui-ci son propre dossier avec --config DIR.
command-hostname-happened = { $hostname } n’est pas un nom d’hôte : { $reason }.
command-hostname-means = Rien n’a été envoyé ni changé.
command-hostname-do = Écrivez le nom entier, comme home.example.org.
command-provider-happened = Il n’y a pas de fournisseur { $provider }.
command-provider-means = Rien n’a été envoyé ni changé.
command-provider-do = Choisissez-en un dans : homeport providers
command-field-form-happened = Un champ n’a pas de signe =.
command-field-form-means = Il n’est pas montré ici, car il peut être secret.
command-field-form-do = Écrivez --field KEY=VALUE.
command-field-unknown-happened = { $provider } n’a pas de champ de ce nom.
command-field-unknown-means = Il n’est pas montré ici, car il peut être secret.
command-field-unknown-do = Choisissez parmi : { $known }.
command-field-twice-happened = Le champ { $field } est donné deux fois.
command-field-twice-means = Nous ne pouvons pas savoir lequel est voulu.
command-field-twice-do = Retirez l’un d’eux.
command-secret-shown-happened = { $label } est secret et figure sur la ligne de commande.
command-secret-shown-means = D’autres personnes peuvent l’y lire sur cet ordinateur, et le shell s’en souvient. Rien n’a été envoyé.
command-secret-shown-do = Écrivez --field { $field }=- et saisissez-le, ou --field { $field }=@FILE. Créez-en un nouveau si d’autres ont pu le voir.
command-secret-unread-happened = { $label } n’a pas pu être lu dans { $file } : { $reason }.
command-secret-unread-means = Rien n’a été envoyé ni changé.
command-secret-unread-do = Vérifiez le nom du fichier et ses droits.
command-secret-empty-happened = { $label } est vide.
command-secret-empty-means = Rien n’a été envoyé ni changé.
command-secret-empty-do = Collez-le encore une fois.

## Command line: results

second-start = Homeport fonctionne déjà ; sa fenêtre s’ouvre.
second-start-headless = Homeport fonctionne déjà.
done-removed = { $hostname } n’est plus tenu à jour. Son enregistrement DNS reste tel quel.
done-added = { $hostname } est désormais tenu à jour.
done-paused = Toutes les mises à jour sont en pause jusqu’à votre reprise.
done-paused-hour = Toutes les mises à jour sont en pause pour une heure.
done-paused-tomorrow = Toutes les mises à jour sont en pause jusqu’à demain.
done-paused-one = { $hostname } est en pause jusqu’à votre reprise.
done-resumed = Toutes les mises à jour continuent.
done-resumed-one = { $hostname } continue.
service-on = Homeport démarre tout seul : { $place }
service-off = Homeport ne démarre pas tout seul.
service-stale = { $place } démarre autre chose : { $program }. Pour démarrer ce programme : homeport service install
service-managed = systemd démarre { $program } : { $place }
report-written = Écrit : { $path } ({ $names }). { $hidden } valeurs sont masquées ; regardez-le avant de le donner. Rien n’a été envoyé.
backup-written = Écrit : { $path }. Les secrets n’y sont pas.
backup-restored = Les réglages sont restaurés.
backup-lacking = Ces comptes n’ont pas encore de jeton sur cet ordinateur : { $accounts }. Saisissez-les à nouveau.
terminal-ago = il y a { $span }
terminal-in = dans { $span }
terminal-seconds = { $count ->
    [0] un instant
    [one] 1 seconde
    *[other] { $count } secondes
}
terminal-minutes = { $count ->
    [one] 1 minute
    *[other] { $count } minutes
}
terminal-hours = { $count ->
    [one] 1 heure
    *[other] { $count } heures
}
terminal-days = { $count ->
    [one] 1 jour
    *[other] { $count } jours
}
terminal-checked = Vérifié { $when }.
terminal-not-checked = Pas encore vérifié.
terminal-next = Prochaine vérification { $when }.
terminal-next-try = prochain essai { $when }
terminal-standby = secours : { $words }
terminal-standby-from = prend le relais { $when }
terminal-since = depuis { $when }
terminal-seen = vue { $when }
terminal-paused = en pause
terminal-practice = Interrogez vous-même le serveur d’essai : { $command }
terminal-alone = Homeport ne fonctionne pas. Démarrez-le avec : homeport run
terminal-no-tray = Ce bureau n’affiche pas d’icônes de notification. Tout est dans la fenêtre et dans cette commande.
terminal-no-history = Rien ne s’est encore passé.
terminal-no-hostnames = Il n’y a pas encore de nom d’hôte. Ajoutez le premier avec : homeport add
terminal-dry-run = Rien n’est envoyé. Voici ce qui se passerait :
terminal-providers = Plus sur l’un d’eux : homeport providers ID
terminal-unverified = Ce fournisseur vient d’un fichier à vous ; personne ne l’a vérifié.
terminal-fields = Champs
terminal-field-secret = secret
terminal-field-optional = peut être omis
terminal-access = Où obtenir l’accès
terminal-rights = Droits nécessaires
outcome-updated = mis à jour
outcome-would-update = serait mis à jour
outcome-unchanged = à jour
outcome-refused = refusé
outcome-retry = réessayé plus tard
outcome-unknown = non confirmé
outcome-held = en attente
outcome-proved = Prouvé auprès des serveurs de noms de la zone.
outcome-again = Pas avant { $span }.
check-pass = réussi
check-warn = à voir
check-fail = échec
check-skipped = passé
check-sum = { $passed } réussies, { $warned } à regarder, { $failed } échouées.

# Taking over the settings of another client. $word is that client's own word.
import-command-why = « { $word } » lance un programme ({ $program }). Homeport n’exécute jamais ce que nomme un fichier importé.
import-command-cure = Si son adresse vous est encore utile, définissez vous-même addresses.command dans les réglages.
import-include-why = Un autre fichier est inclus ({ $program }). Il n’a pas été ouvert.
import-include-cure = Importez aussi ce fichier.
import-script-why = Cette entrée est mise à jour par un script ({ $program }), qui n’est pas exécuté.
import-script-cure = Cherchez son fournisseur avec « homeport providers », et ajoutez le nom d’hôte avec « homeport add ».
import-environment-why = La valeur de « { $word } » est dans l’environnement ou dans un autre fichier, qui n’a pas été lu.
import-environment-cure = Ajoutez le nom d’hôte avec « homeport add », qui demande le secret.
import-disabled-why = Cette entrée y est désactivée.
import-disabled-cure = Activez-la dans l’autre client et importez de nouveau, ou utilisez « homeport add ».
import-no-name-why = Cette entrée ne donne aucun nom d’hôte.
import-no-name-cure = Ajoutez le nom d’hôte avec « homeport add ».
import-bad-name-why = Un nom d’hôte de cette ligne n’est pas un nom entier.
import-bad-name-cure = Ajoutez-le avec son nom entier : homeport add home.example.org
import-whole-account-why = « { $word } » désigne tous les noms d’un compte ou d’un groupe.
import-whole-account-cure = Homeport tient chaque nom séparément : utilisez « homeport add » une fois pour chacun.
import-no-provider-why = Cette entrée ne nomme aucun fournisseur.
import-no-provider-cure = Ajoutez le nom d’hôte avec « homeport add ».
import-unknown-why = Homeport ne connaît pas de fournisseur « { $name } ».
import-unknown-cure = Voyez « homeport providers », ou écrivez votre propre fichier de fournisseur et vérifiez-le avec « homeport providers check ».
import-closed-why = { $name } a fermé. { $reason }
import-closed-cure = Choisissez un autre fournisseur : homeport providers
import-own-server-why = Les mises à jour vont à un serveur particulier ({ $server }), sous une forme particulière.
import-own-server-cure = Écrivez votre propre fichier de fournisseur et vérifiez-le avec « homeport providers check ».
import-missing-why = { $state ->
    [wrong] « { $label } » ne ressemble pas à ce que donne le fournisseur.
    *[missing] Le fournisseur a besoin de « { $label } », et le fichier ne l’a pas.
}
import-missing-cure = Ajoutez le nom d’hôte avec « homeport add ».
import-foreign-why = Ce nom ne peut pas être tenu à jour chez { $name }.
import-foreign-cure = Vérifiez le nom et sa zone, et ajoutez-le avec « homeport add ».
import-twice-why = Le nom est deux fois dans le fichier, avec des comptes différents. Le premier est pris.
import-twice-cure = Rien à faire, sauf si le second était le bon.
import-kept-why = Homeport tient déjà ce nom à jour.
import-kept-cure = Rien à faire. Pour le remplacer, retirez-le d’abord : homeport remove
import-no-family-why = { $name } ne tient aucun des enregistrements voulus pour ce nom.
import-no-family-cure = Choisissez un autre fournisseur pour lui : homeport providers
import-half-family-why = { $name } ne tient qu’un des deux enregistrements de ce nom.
import-half-family-cure = Rien à faire : l’autre reste tel quel.
import-option-why = « { $word } » n’est pas pris en charge.
import-option-cure = Réglez cela chez le fournisseur, où cela reste tel quel.
import-spaces-why = Il y a une espace avant ou après « = », donc le sens de cette ligne n’est pas clair.
import-spaces-cure = Supprimez les espaces et importez de nouveau.
import-line-why = Cette ligne n’a pas pu être comprise.
import-line-cure = Comparez-la avec le manuel de l’autre client.
import-fixed-why = Une adresse fixe est définie ({ $word }). Homeport trouve l’adresse de lui-même.
import-fixed-cure = Si elle doit être fixe, définissez addresses.ipv4 ou addresses.ipv6 dans les réglages.
import-plain-echo-why = Le service d’adresse { $word } est interrogé sans chiffrement ; n’importe qui en chemin peut changer la réponse.
import-plain-echo-cure = Rien à faire : Homeport a ses propres services.
import-page-echo-why = Le service d’adresse { $word } répond par une page, ou son adresse contient peut-être une clé.
import-page-echo-cure = Rien à faire : Homeport a ses propres services.
import-proxy-why = Un proxy est défini.
import-proxy-cure = Homeport le prend dans l’environnement : HTTPS_PROXY
import-notification-why = « { $word } » envoie un message quand quelque chose s’est passé.
import-notification-cure = Homeport vous informe par les notifications du bureau et « homeport status ».
import-too-many-why = Le fichier a plus de { $most } noms d’hôte ; le reste est laissé de côté.
import-too-many-cure = Divisez le fichier et importez les parties.
import-interval-why = La fréquence des vérifications est définie (« { $word } »).
import-interval-cure = Homeport remarque les changements de lui-même et respecte le rythme de chaque fournisseur.
import-detection-why = La façon de trouver l’adresse est définie (« { $word } »).
import-detection-cure = Homeport interroge de lui-même le routeur, les interfaces et des services extérieurs.
import-too-long-happened = Le fichier dépasse 1 Mio.
import-too-long-means = Aucun client n’écrit un tel fichier. Rien n’a été lu.
import-too-long-do = Vérifiez que c’est le bon fichier.
import-empty-happened = Il n’y a rien dans le fichier.
import-empty-means = Rien n’a été importé.
import-empty-do = Vérifiez que c’est le bon fichier.
import-binary-happened = Le fichier n’est pas du texte.
import-binary-means = Rien n’a été importé.
import-binary-do = Donnez le fichier de configuration lui-même, pas une archive ni un programme.
import-noip2-happened = C’est la configuration de noip2, que seul noip2 sait lire.
import-noip2-means = Rien n’a été importé.
import-noip2-do = Voyez ses noms d’hôte avec « noip2 -S », puis utilisez « homeport add HOSTNAME --provider no-ip » pour chacun.
import-unrecognised-happened = Le fichier ne ressemble à la configuration d’aucun client.
import-unrecognised-means = Rien n’a été importé.
import-unrecognised-do = Dites de quel client il vient avec --from : { $clients }.
import-syntax-happened = La ligne { $line } ne peut pas être lue : { $problem }.
import-syntax-means = L’autre client ne pourrait pas lire ce fichier non plus. Rien n’a été importé.
import-syntax-do = Corrigez la ligne, ou dites de quel client vient le fichier avec --from : { $clients }.
import-head = { $client } : { $count ->
    [0] rien ne peut être ajouté.
    [one] un nom d’hôte peut être ajouté.
    *[other] { $count } noms d’hôte peuvent être ajoutés.
}
import-secret = { $key } : masqué ; va dans le trousseau sous { $entry }
import-guessed = (deviné : à vérifier)
import-sources = Services d’adresse qui seront aussi interrogés
import-left-out = Non repris
import-not-run = Mentionné, jamais exécuté
import-not-needed = Inutile
import-line-number = ligne { $line }
import-more = et { $count } de plus
import-question = { $count ->
    [one] Ajouter ce nom d’hôte ? [y/N]
    *[other] Ajouter ces { $count } noms d’hôte ? [y/N]
}
import-not-added = Rien n’a été ajouté. Pour ajouter : homeport import FILE --yes
import-added = { $count ->
    [one] Un nom d’hôte a été ajouté.
    *[other] { $count } noms d’hôte ont été ajoutés.
} Arrêtez { $client } maintenant : deux clients pour un même nom se gênent.
terminal-hosts = Les secrets vont à : { $hosts }
terminal-unverified-hosts = Ce fournisseur vient d’un fichier à vous ; personne ne l’a vérifié. Les secrets vont à : { $hosts }
command-file-happened = { $file } n’a pas pu être lu : { $reason }.
command-file-means = Rien n’a été fait.
command-file-do = Vérifiez le chemin et qui peut lire le fichier.
command-no-file-happened = { $file } est un lien, un dossier ou un périphérique.
command-no-file-means = Rien n’a été lu.
command-no-file-do = Donnez le chemin du fichier lui-même.
own-provider-happened = { $file }, ligne { $line }, { $field } : { $problem }.
own-provider-means = Le fichier ne peut pas être utilisé.
own-provider-do = Corrigez-le, puis vérifiez-le de nouveau.
own-provider-examples = { $count ->
    [0] Le fichier n’a pas d’exemple. Ajoutez au moins une réponse positive et une réponse de refus.
    *[other] Exemples justes : { $right } sur { $count }.
}
own-provider-typed = Son serveur se saisit dans le formulaire ; les secrets vont là et nulle part ailleurs.
own-provider-next = Mettez le fichier dans le dossier « providers » à côté des réglages et redémarrez Homeport pour l’utiliser.
