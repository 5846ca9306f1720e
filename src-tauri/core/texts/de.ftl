### Every text that a person can read. One id a line, grouped by where it is shown.
### Two short sentences at most, no "please", no blame, no exclamation marks; "we" is Homeport.


## Tray

tray-title = Homeport
tray-tooltip = Homeport: { $headline }
tray-address = { $family } { $address }
tray-address-copy = { $family } { $address } – kopieren
tray-hostname = { $name } – { $words }
tray-more = und { $count } weitere
tray-add = Hostnamen hinzufügen…
tray-check = Jetzt prüfen und aktualisieren
tray-check-wait = Jetzt prüfen und aktualisieren – eben geschehen
tray-checking = Wird geprüft…
tray-pause = Pause
tray-pause-hour = Für 1 Stunde
tray-pause-tomorrow = Bis morgen
tray-pause-resumed = Bis ich fortsetze
tray-resume = Updates fortsetzen
tray-open = Homeport öffnen
tray-settings = Einstellungen
tray-diagnostics = Diagnose starten
tray-quit = Beenden (keine Updates mehr)

## Notifications

notice-changed = { $addresses ->
    [one] Neue Adresse { $address }
    *[other] Neue Adressen { $address }
}
notice-changed-one = { $hostname } ist aktuell.
notice-changed-many = { $count } Hostnamen aktualisiert.
notice-recovered = Nach { $span } wieder in Ordnung
notice-recovered-one = { $hostname } ist wieder aktuell.
notice-minutes = { $count ->
    [one] 1 Minute
    *[other] { $count } Minuten
}
notice-hours = { $count } Stunden
notice-first-close = Homeport läuft weiter
notice-first-close-body = { $system ->
    [windows] Das Haus ist unten rechts auf dem Bildschirm, vielleicht hinter dem Pfeil. Wer es dort beendet, beendet die Updates.
    [macos] Das Haus ist in der Menüleiste. Wer es dort beendet, beendet die Updates.
    *[other] Das Haus ist in der Symbolleiste. Wer es dort beendet, beendet die Updates.
}
notice-trial = Ein Test von Homeport
notice-trial-body = Mitteilungen erscheinen. Bitte im Fenster bestätigen.
notice-problem = { $means } { $cure }
notice-summary = { $count ->
    [one] 1 weitere Meldung in der letzten Stunde
    *[other] { $count } weitere Meldungen in der letzten Stunde
}
notice-summary-changes = { $count ->
    [one] Die Adresse hat sich in der letzten Stunde noch einmal geändert
    *[other] Die Adresse hat sich in der letzten Stunde noch { $count }-mal geändert
}

## Settings file: what is wrong, and (-do) what to do. Shown as "settings.toml, line 3, FIELD: WHAT; CURE".

settings-not-toml = das ist kein TOML: { $reason }
settings-not-toml-do = diese Zeile berichtigen; Texte stehen in Anführungszeichen, und jede [tabelle] hat eine eigene Zeile
settings-no-version = die Version der Datei fehlt
settings-no-version-do = version = 1 als erste Zeile schreiben, oder zu settings.toml.previous zurückkehren
settings-newer = die Datei hat Version { $found }, und dieses Homeport liest bis Version 1
settings-newer-do = Homeport aktualisieren, oder zu settings.toml.previous zurückkehren
settings-bad-version = eine Version { $found } gibt es nicht
settings-bad-version-do = version = 1 schreiben
settings-type = der Wert ist von der falschen Art
settings-type-do = es muss { $expected } sein
settings-missing = { $key } fehlt
settings-missing-do = eine Zeile { $key } = "…" hinzufügen
settings-unknown-key = Homeport kennt { $key } nicht
settings-unknown-key-do = { $near } schreiben, oder die Zeile entfernen
settings-unknown-key-far = Homeport kennt { $key } nicht
settings-unknown-key-far-do = die Zeile entfernen; hier bekannt: { $known }
settings-account-id = "{ $found }" kann kein Name eines Kontos sein
settings-account-id-do = 1 bis 64 Buchstaben, Ziffern, - und _ verwenden
settings-account-twice = es gibt schon ein Konto mit der Kennung { $found }
settings-account-twice-do = jedem Konto eine eigene Kennung geben
settings-unknown-provider = Homeport kennt den Anbieter { $found } nicht
settings-unknown-provider-do = { $near } schreiben, oder nachsehen mit: homeport providers
settings-unknown-provider-far = Homeport kennt den Anbieter { $found } nicht
settings-unknown-provider-far-do = nachsehen mit: homeport providers
settings-unknown-field = { $provider } hat kein Feld { $key }
settings-unknown-field-do = { $near } schreiben, oder die Zeile entfernen
settings-unknown-field-far = { $provider } hat kein Feld { $key }
settings-unknown-field-far-do = die Zeile entfernen; hier bekannt: { $known }
settings-no-fields = { $provider } hat kein Feld { $key }
settings-no-fields-do = die Zeile entfernen
settings-secret-field = { $key } ist geheim, und Geheimnisse stehen nie in dieser Datei
settings-secret-field-do = die Zeile entfernen und das Geheimnis von { $account } im Fenster eingeben; ein neues erzeugen, falls andere diese Datei lesen konnten
settings-bad-field = { $reason }
settings-bad-field-do = vergleichen mit: homeport providers { $provider }
settings-lacking-field = { $provider } braucht das Feld { $key }
settings-lacking-field-do = { $key } = "…" unter [account.fields] hinzufügen
settings-bad-hostname = { $reason }
settings-bad-hostname-do = den ganzen Namen schreiben, etwa home.example.org
settings-hostname-twice = { $found } steht zweimal in der Datei
settings-hostname-twice-do = einen der beiden entfernen
settings-no-account = es gibt kein Konto { $found }
settings-no-account-do = { $near } schreiben, oder ein [[account]] mit dieser Kennung hinzufügen
settings-no-account-far = es gibt kein Konto { $found }
settings-no-account-far-do = ein [[account]] mit dieser Kennung hinzufügen
settings-same-account = { $found } hält diesen Hostnamen schon aktuell
settings-same-account-do = ein anderes Konto nennen oder standby entfernen
settings-no-standby = es sagt etwas über einen Ersatz, und es gibt keinen
settings-no-standby-do = standby = "KONTO" hinzufügen, oder es entfernen
settings-standby-twice = { $found } wird schon von einem anderen Eintrag aktuell gehalten
settings-standby-twice-do = einen Namen schreiben, den kein anderer Eintrag hat
settings-bad-span = "{ $found }" ist keine Zeitspanne von 5 Minuten bis 7 Tagen
settings-bad-span-do = eine Zahl und m, h oder d schreiben: "30m", "2h", "1d"
settings-bad-device = "{ $found }" bezeichnet kein Gerät
settings-bad-device-do = das Ende seiner Adresse ("::1234") oder seine MAC-Adresse ("02:11:22:33:44:55") schreiben
settings-bad-address = "{ $found }" ist keine { $family }-Adresse
settings-bad-address-do = eine { $family }-Adresse schreiben, oder die Zeile entfernen, damit sie gefunden wird
settings-bad-command = das Programm fehlt
settings-bad-command-do = zuerst den Pfad des Programms schreiben, dann seine Argumente
settings-bad-url = das ist keine Web-Adresse
settings-bad-url-do = die ganze Adresse schreiben, etwa https://echo.example.org/
settings-url-secret = die Adresse enthält einen Namen oder ein Passwort, und Geheimnisse stehen nie in dieser Datei
settings-url-secret-do = einen Dienst verwenden, der keines braucht
settings-proxy-secret = die Adresse enthält einen Namen oder ein Passwort, und Geheimnisse stehen nie in dieser Datei
settings-proxy-secret-do = verwenden Sie einen Proxy ohne Anmeldung, oder setzen Sie HTTPS_PROXY
settings-bad-proxy = das ist keine Proxy-Adresse
settings-bad-proxy-do = schreiben Sie http://host:port
settings-bad-placeholder = es gibt keinen Platzhalter „{ $found }“
settings-bad-placeholder-do = verwenden Sie hostname, family, address und old, jeweils zwischen doppelten geschweiften Klammern
settings-plain-http = http:// ist unterwegs für alle lesbar, darum nur für diesen Rechner und dieses Netz
settings-plain-http-do = https:// schreiben
settings-bad-stun = das ist kein STUN-Server
settings-bad-stun-do = Name oder Adresse und Port schreiben, etwa stun.example.org:3478
settings-bad-dns = das ist keine DNS-Quelle
settings-bad-dns-do = NAME@SERVER:PORT schreiben, etwa myip.example.org@192.0.2.53:53
settings-bad-home = "{ $found }" ist kein Netz
settings-bad-home-do = MAC-Adresse des Routers und Subnetz schreiben, etwa "aa:bb:cc:dd:ee:ff/192.168.1.0/24"
settings-bad-nameserver = "{ $found }" ist keine Adresse eines Nameservers
settings-bad-nameserver-do = Adresse und Port schreiben, etwa "192.0.2.53:53"
settings-bad-choice = "{ $found }" steht nicht zur Wahl
settings-bad-choice-do = wählen aus: { $known }
## Headlines of the status page, the tray and `homeport status`

headline-ok = { $count ->
    [one] { $host } ist aktuell
    *[other] Alle { $count } Hostnamen sind aktuell
}
headline-ok-detail = Nachgewiesen bei den Nameservern { $count ->
    [one] der Zone.
    *[other] ihrer Zonen.
}
headline-practice-detail = Nachgewiesen beim Übungsserver auf diesem Computer.
headline-empty = Noch kein Hostname
headline-empty-detail = Fügen Sie den Namen hinzu, der nach Hause zeigen soll.
headline-looking = Ihre Adresse wird gesucht…
headline-updating = { $host } wird aktualisiert…
headline-working-detail = Das dauert einen Moment.
headline-paused = Updates sind angehalten
headline-paused-detail = Ihr DNS bleibt, wie es ist, bis Sie fortsetzen.
headline-paused-until-detail = Ihr DNS bleibt, wie es ist. Wir machen von selbst weiter.
headline-offline = Warten auf Internet
headline-offline-detail = Ihr DNS bleibt, wie es war. Wir machen weiter, sobald die Verbindung wieder da ist.

## Address cards

address-agreed = { $here ->
    [yes] { $count ->
        [0] eigene Adresse dieses Computers
        [one] dieser Computer und { $names }
        *[other] dieser Computer und { $count } Dienste sind sich einig
    }
    *[no] { $count ->
        [one] { $names }
        *[other] { $count } Dienste sind sich einig
    }
}
address-absent = Dieses Netz hat keine solche Adresse.
address-own-only = Ohne Internet: die eigene Adresse dieses Computers.
verdict-direct = Direkt
verdict-behind-nat = Hinter einem Router
verdict-cgnat = Geteilt
verdict-not-here = Nicht hier
verdict-unknown = Unsicher
verdict-own-only = Nur hier
why-not-yet-asked = Noch nicht gefragt.
why-no-route = Es gibt keinen Weg ins Internet.
why-no-answer = Kein Dienst hat geantwortet.
why-no-dns = Kein Name ließ sich nachschlagen.
why-one-witness = Nur ein Dienst hat geantwortet: { $address }.
why-disagree = Dienste nennen verschiedene Adressen: { $addresses }.
why-captive-portal = Das Netz hat mit einer Webseite geantwortet.
why-shared = { $address } wird von Ihrem Internetanbieter geteilt.
why-not-public = { $address } ist von außen nicht erreichbar.
why-no-lasting-address = Es gibt nur kurzlebige Adressen.
why-not-pinned = Es gibt keine dauerhafte Adresse mit der gewählten Endung.

## What each source said, and what was made of it

source-believed = Nannte { $address }, wie vereinbart.
source-outvoted = Nannte { $address }; andere waren sich über eine andere Adresse einig.
source-disputed = Nannte { $address }; es gab keine Einigung.
source-alone = Nannte { $address }, und sonst niemand.
source-not-public = Nannte { $address }, das ist keine öffentliche Adresse.
source-sign = Nannte { $address }, nur als Hinweis.
source-no-answer = Hat nicht geantwortet.
source-no-dns = Der Name konnte nicht aufgelöst werden.
source-tls = Das Zertifikat wurde abgelehnt: { $reason }.
source-not-an-address = Antwortete mit etwas, das keine Adresse ist.
source-other-family = Antwortete mit einer Adresse der anderen Art.
source-status = Antwortete mit Status { $reason }.
source-none = Hat keine solche Adresse.

## How a change behind the router is noticed

lookout-tells = Der Router { $router } nennt { $external }, über { $names }.
lookout-behind = Der Router { $router } nennt { $external }, und das Internet sieht eine andere Adresse: unterwegs gibt es eine weitere Adressumsetzung (NAT).
lookout-nameless = Der Router { $router } nennt keine öffentliche Adresse: unterwegs gibt es eine weitere Adressumsetzung (NAT).
lookout-pulses = Der Router meldet nichts, darum wird ab und zu ein STUN-Server gefragt.
lookout-silent = Der Router { $router } meldet nichts.
lookout-direct = Hier bleibt keine Änderung hinter einem Router verborgen.

## Rows of hostnames

row-ok = Aktuell
row-paused = Angehalten
row-held = In Wartestellung
row-sending = Wird aktualisiert
row-accepted = Angenommen, bald im DNS
row-unsure = Nicht bestätigt
row-offline = Warten auf Internet
row-waiting = Warten auf eine Adresse
row-nothing = Keine Adresse hier
row-attention = Bitte ansehen
row-auth-rejected = Token abgelehnt
row-auth-scope = Ein Recht fehlt
row-host-not-found = Dem Anbieter unbekannt
row-not-yours = Gehört jemand anderem
row-blocked = Vom Anbieter gesperrt
row-client-refused = Homeport wurde abgewiesen
row-bad-request = Nicht angenommen
row-rate-limited = Zu viele Anfragen, wir warten
row-provider-down = Anbieter antwortet nicht
row-provider-unknown = Antwort nicht verstanden
row-not-in-dns = Nicht im DNS
row-foreign-change = Von jemand anderem geändert
row-keychain-locked = Schlüsselbund ist gesperrt
row-keychain-absent = Kein Schlüsselbund
row-keychain-denied = Schlüsselbund verweigert Zugriff
row-secret-missing = Token fehlt
row-tls-trust = Verbindung nicht vertrauenswürdig
row-no-dns = Kein DNS
row-standby = Der Ersatz hält ihn aktuell
standby-ready = Bereit

## Chips: the state of one record

chip-verified = nachgewiesen
chip-accepted = bald im DNS
chip-proxied = hinter dem Proxy des Anbieters
chip-sending = wird aktualisiert
chip-holding = wartet
chip-unsure = nicht bestätigt
chip-wrong = falsch
chip-offline = kein Internet
chip-off = aus
chip-not-here = nicht hier

## Buttons of problems

button-check-now = Jetzt prüfen
button-try-again = Erneut versuchen
button-replace-secret = Token ersetzen
button-open-provider = { $provider } öffnen
button-edit-hostname = Hostnamen bearbeiten
button-run-diagnostics = Diagnose starten
button-resume = Fortsetzen
button-this-is-home = Das ist auch mein Zuhause
button-open-token-page = Token-Seite öffnen
button-take-over = Übernehmen
button-leave-alone = Dem anderen überlassen
button-open-sign-in = Anmeldeseite öffnen
button-use-vpn = VPN-Adresse verwenden
button-choose-sources = Quellen der Adresse
button-unlock = Entsperren
button-keep-in-memory = Bis zum Beenden merken
button-ipv6-only = Nur IPv6 verwenden
button-ipv6-off = IPv6 abschalten
button-how-known = Woher wir das wissen
button-update-here = Einmal trotzdem aktualisieren
button-who-else = Wer aktualisiert noch?
button-details = Einzelheiten
button-show-zones = Meine Domains zeigen

## Problems: what happened, what it means, what to do

fault-offline-happened = Dieser Computer hat keine Internetverbindung.
fault-offline-means = Nichts kann geprüft oder aktualisiert werden. Ihr DNS bleibt, wie es war.
fault-offline-do = Wir machen von selbst weiter, sobald sie wieder da ist.
fault-no-dns-happened = Namen lassen sich nicht nachschlagen.
fault-no-dns-means = Die Verbindung steht, aber ihr DNS antwortet nicht. Ihr DNS bleibt, wie es war.
fault-no-dns-do = Wir versuchen es von selbst wieder. Hält es an, starten Sie den Router neu.
fault-captive-happened = Das Netz hat mit einer Webseite statt mit Ihrer Adresse geantwortet.
fault-captive-means = Vermutlich ein WLAN mit Anmeldeseite. Nichts wurde geändert.
fault-captive-do = Melden Sie sich im WLAN an und prüfen Sie dann erneut.
fault-tls-trust-happened = Die sichere Verbindung zu { $provider } ließ sich nicht prüfen.
fault-tls-trust-means = Ein Filter liest den Verkehr mit, oder die Uhr dieses Computers geht falsch. Es wurde kein Token gesendet.
fault-tls-trust-do = Prüfen Sie die Uhr und erlauben Sie Homeport im Filter.
fault-vpn-active-happened = Ein VPN ({ $name }) ist an.
fault-vpn-active-means = Die sichtbare Adresse gehört dem VPN, nicht Ihrem Zuhause. Updates warten.
fault-vpn-active-do = { $why ->
    [cannot-bind] Dieses System kann nicht am VPN vorbei nachsehen. Schalten Sie es aus, oder wählen Sie vpn = "hold" oder "through".
    [no-way-beside] Am VPN vorbei führt kein Weg hinaus. Verbinden Sie sich mit Ihrem Netz, oder schalten Sie das VPN aus.
   *[held] Schalten Sie es aus, verwenden Sie seine Adresse, oder lassen Sie uns daran vorbei nachsehen (vpn in den Einstellungen).
}
fault-not-home-happened = { $why ->
    [not-told] Es ist nicht festzustellen, welches Netz dies ist.
   *[away] Unterwegs: { $name } ist keines Ihrer Heimnetze.
}
fault-not-home-means = Ein Update würde Ihre Hostnamen hierher zeigen lassen. Updates warten.
fault-not-home-do = Nichts, außer dies ist auch Ihr Zuhause: dann fügen Sie es den Heimnetzen hinzu.
fault-ip-disagree-happened = Dienste melden verschiedene Adressen ({ $addresses }).
fault-ip-disagree-means = Wir wissen nicht sicher, welche Ihre ist, und haben das DNS nicht angerührt.
fault-ip-disagree-do = Meist klärt es sich in Minuten. Sonst schalten Sie Proxys und VPNs aus.
fault-one-witness-happened = Nur ein Dienst meldet Ihre Adresse ({ $address }).
fault-one-witness-means = Eine neue Adresse wird erst veröffentlicht, wenn zwei sich einig sind. Das DNS blieb unverändert.
fault-one-witness-do = Nichts. Wir fragen von selbst wieder.
fault-cgnat-happened = { $why ->
    [double] Ihr Router steht hinter einem anderen Router.
   *[carrier] Ihr Internetanbieter teilt eine IPv4-Adresse unter vielen Kunden.
}
fault-cgnat-means = { $known ->
    [router] { $address } ist von außen über IPv4 nicht erreichbar.
    [world] Ihr Router nennt keine öffentliche Adresse, die Welt sieht { $seen }. Der Eintrag wird gepflegt, aber Verbindungen von außen kommen über IPv4 nicht an.
   *[both] Ihr Router hat { $address }, die Welt sieht { $seen }. Der Eintrag wird gepflegt, aber Verbindungen von außen kommen über IPv4 nicht an.
}
fault-cgnat-do = { $why ->
    [double] Schalten Sie den ersten Router in den Bridge-Modus, leiten Sie die Ports in beiden weiter, oder nutzen Sie IPv6.
   *[carrier] Nutzen Sie IPv6, falls vorhanden, oder bitten Sie den Anbieter um eine öffentliche IPv4-Adresse.
}
fault-ipv6-none-happened = Es wurde keine dauerhafte IPv6-Adresse gefunden.
fault-ipv6-none-means = Es gibt nur kurzlebige Adressen oder keine. Der AAAA-Eintrag blieb, wie er war.
fault-ipv6-none-do = Schalten Sie IPv6 für den Hostnamen aus, falls dieses Netz keines hat.
fault-keychain-locked-happened = Der Schlüsselbund ist gesperrt.
fault-keychain-locked-means = Das Token von { $host } liegt sicher darin, aber wir können es nicht lesen. Updates warten.
fault-keychain-locked-do = Entsperren Sie ihn. Wir versuchen es von selbst wieder.
fault-keychain-absent-happened = Es wurde kein Schlüsselbund gefunden.
fault-keychain-absent-means = Das Token von { $host } ist nicht lesbar, und wir legen Tokens nie in einer Datei ab.
fault-keychain-absent-do = Installieren oder starten Sie gnome-keyring oder KWallet. Auf einem Server: systemd-Credentials.
fault-keychain-denied-happened = Der Schlüsselbund hat den Zugriff verweigert.
fault-keychain-denied-means = Das Token von { $host } ist nicht lesbar. Updates warten.
fault-keychain-denied-do = Erlauben Sie Homeport im Schlüsselbund und versuchen Sie es erneut.
fault-secret-missing-happened = Das Token von { $host } ist nicht mehr im Schlüsselbund.
fault-secret-missing-means = Ein anderes Programm hat es gelöscht. Updates dieses Kontos warten.
fault-secret-missing-do = Fügen Sie das Token wieder ein.
fault-auth-rejected-happened = { $provider } hat das Token für { $host } nicht angenommen.
fault-auth-rejected-means = Es ist vertippt, gelöscht oder abgelaufen. Wir haben aufgehört, damit Sie nicht gesperrt werden.
fault-auth-rejected-do = Erzeugen Sie ein neues Token und fügen Sie es ein.
fault-auth-scope-happened = Das Token darf { $host } bei { $provider } nicht ändern.
fault-auth-scope-means = Ein Recht oder eine bezahlte Funktion fehlt. Wir haben aufgehört.
fault-auth-scope-do = Ergänzen Sie das Recht bei { $provider } und versuchen Sie es erneut; das Token bleibt dasselbe.
fault-host-not-found-happened = { $provider } hat in diesem Konto keinen Hostnamen { $host }.
fault-host-not-found-means = Er wurde gelöscht, ist abgelaufen oder heißt dort anders. Wir haben aufgehört.
fault-host-not-found-do = Prüfen Sie es bei { $provider } und versuchen Sie es erneut.
fault-not-yours-happened = { $host } gehört nicht zu diesem Konto bei { $provider }.
fault-not-yours-means = Nur wem er gehört, darf ihn ändern. Wir haben aufgehört.
fault-not-yours-do = Prüfen Sie Konto und Namen und versuchen Sie es erneut.
fault-blocked-happened = { $provider } hat { $host } gesperrt.
fault-blocked-means = Es kamen zu viele Updates an, vielleicht von einem anderen Programm oder Router. Wir haben aufgehört.
fault-blocked-do = Heben Sie die Sperre bei { $provider } auf und versuchen Sie es erneut.
fault-client-refused-happened = { $provider } lehnt diese Version von Homeport ab.
fault-client-refused-means = Weiter zu versuchen könnte zur Sperre führen, darum haben wir aufgehört.
fault-client-refused-do = Aktualisieren Sie Homeport und versuchen Sie es erneut.
fault-bad-request-happened = { $provider } hat das Update von { $host } nicht angenommen.
fault-bad-request-means = Eine Einstellung passt nicht. Dasselbe noch einmal würde nicht helfen, darum haben wir aufgehört.
fault-bad-request-do = Prüfen Sie die Einstellungen des Hostnamens und versuchen Sie es erneut.
fault-rate-limited-happened = { $provider } bittet uns, vor dem Update von { $host } zu warten.
fault-rate-limited-means = Es kamen vorerst zu viele Updates an. Bis dahin bleibt die alte Adresse im DNS.
fault-rate-limited-do = Nichts. Wir warten so lange wie gewünscht und machen von selbst weiter.
fault-provider-down-happened = { $provider } antwortet nicht für { $host }.
fault-provider-down-means = Das Problem liegt dort; Ihr Internet funktioniert. Die alte Adresse bleibt im DNS.
fault-provider-down-do = Nichts. Wir versuchen es von selbst wieder.
fault-provider-unknown-happened = { $provider } hat für { $host } etwas geantwortet, das wir nicht verstehen.
fault-provider-unknown-means = Wir zählen das nicht als Erfolg. Der nächste Versuch kommt später, damit Sie nicht gesperrt werden.
fault-provider-unknown-do = Sehen Sie sich die Antwort unter „Aktivität“ an; sie sagt vielleicht, was fehlt. Dann versuchen Sie es erneut.
fault-uncertain-happened = Wir konnten das Update von { $host } nicht bestätigen.
fault-uncertain-means = Die Antwort von { $provider } ging verloren. Das Update kann gelungen sein; das DNS wird es zeigen.
fault-uncertain-do = Nichts. Wir fragen die Nameserver.
fault-not-in-dns-happened = { $host } steht nicht so im DNS, wie { $provider } es angenommen hat.
fault-not-in-dns-means = Die Nameserver sagen { $found } statt { $expected }.
fault-not-in-dns-do = Anbieter brauchen manchmal Minuten. Hält es an, sehen Sie den Eintrag bei { $provider } an.
fault-foreign-change-happened = { $host } wurde von etwas anderem auf { $found } geändert.
fault-foreign-change-means = Ein anderes Programm, oft der Router, pflegt diesen Namen auch. Wir lassen ihn in Ruhe.
fault-foreign-change-do = Schalten Sie eines von beiden aus, oder übernehmen Sie ihn wieder mit { $expected }.
fault-settings-broken-happened = Die Einstellungsdatei hat einen Fehler.
fault-settings-broken-means = { $message }. Die letzten guten Einstellungen gelten weiter.
fault-settings-broken-do = Berichtigen Sie die Datei und speichern Sie sie.
fault-store-broken-happened = { $newer ->
    [yes] Ein neueres Homeport hat die Daten geschrieben.
    *[no] Gespeicherte Daten waren beschädigt.
}
fault-store-broken-means = { $newer ->
    [yes] { $file } bleibt unberührt, und dieses Homeport hält eigene Daten daneben. Im DNS wurde nichts geändert.
    *[no] Sie wurden als { $file } beiseitegelegt, und im DNS wurde nichts geändert.
}
fault-store-broken-do = { $newer ->
    [yes] Installieren Sie das neuere Homeport wieder, oder machen Sie mit diesem weiter.
    *[no] Nichts, außer es kommt wieder: dann prüfen Sie die Festplatte.
}
fault-disk-full-happened = Homeport kann seine Daten nicht schreiben.
fault-disk-full-means = Der Grund: { $message }. Updates laufen aus dem Speicher weiter.
fault-disk-full-do = Schaffen Sie Platz auf der Festplatte. Wir versuchen es von selbst wieder.
fault-watcher-down-happened = Änderungen des Netzes werden uns nicht gemeldet.
fault-watcher-down-means = Das System sagt: { $message }. Eine Änderung wird binnen einer Minute statt sofort bemerkt.
fault-watcher-down-do = Nichts. Wir starten den Beobachter von selbst neu.


## The state and the settings on the disk. The first group stands behind "cannot be written: ".

store-full = die Festplatte ist voll
store-read-only = die Festplatte ist schreibgeschützt
store-denied = das System verweigert den Zugriff auf den Ordner
store-busy = ein anderes Programm benutzt die Datei
store-damaged = die Datei ist beschädigt
store-refused = das System sagt: { $reason }

store-settings-gone = settings.toml ist weg; zurücklegen, oder settings.toml.previous nehmen
store-settings-folder = settings.toml ist ein Ordner; verschieben
store-settings-link = settings.toml ist eine symbolische Verknüpfung, und wem das Ziel gehört, könnte sie ändern; die Datei selbst dorthin legen
store-settings-owner = settings.toml gehört einem anderen Benutzer; übernehmen oder durch eine Kopie ersetzen
store-settings-special = settings.toml ist keine Einstellungsdatei; verschieben
store-settings-unreadable = settings.toml ist nicht lesbar: { $reason }
settings-not-text = die Datei ist kein Text in UTF-8
settings-not-text-do = als UTF-8 speichern, oder zu settings.toml.previous zurückkehren

## Window
window-name = Homeport
window-pages = Seiten
window-page-status = Status
window-page-activity = Aktivität
window-page-network = Netzwerk
window-page-settings = Einstellungen
window-page-help = Hilfe
window-problems = { $count ->
    [one] 1 Problem
    *[other] { $count } Probleme
}
window-close = Schließen
window-cancel = Abbrechen
window-more-for = Mehr zu { $hostname }
window-copied = Kopiert
window-copy-failed = Dieses System ließ uns nicht kopieren.
window-reason-happened = Homeport hat nicht geantwortet.
window-reason-means = Vielleicht startet es gerade neu; nichts wurde geändert.
window-reason-do = Versuchen Sie es gleich noch einmal.
window-starting = Homeport wird gestartet…
window-starting-detail = Das dauert eine Sekunde. Ihre Namen bleiben, wie sie sind.
window-failed = Homeport ließ sich nicht starten
window-failed-do = Installieren Sie Homeport neu, oder starten Sie es in einem Terminal mit „homeport run“, um den Grund zu sehen.
window-failed-again = Erneut versuchen
window-ended = Homeport wurde beendet; wir warten, dass es zurückkommt. Was Sie sehen, ist von { $time }.
window-stopped = Homeport ist beendet. Ihre Namen werden nicht aktuell gehalten.
window-stopped-start = Homeport starten

window-check-now = Jetzt prüfen
window-checking = Wird geprüft…
window-check-again-in = Wieder in { $seconds } s
window-pause = Updates anhalten
window-pause-hour = Für 1 Stunde
window-pause-tomorrow = Bis morgen
window-pause-resumed = Bis ich fortsetze
window-resume = Updates fortsetzen
window-addresses = Ihre Adressen
window-copy-address = { $family }-Adresse kopieren
window-no-address = keine Adresse
window-seen = gesehen { $ago }
window-hostnames = Hostnamen
window-add = Hostnamen hinzufügen
window-since = seit { $time }
window-next-try = nächster Versuch { $time }
window-no-tray = Dieser Desktop zeigt keine Symbole an. Homeport läuft weiter; öffnen Sie dieses Fenster über Ihre Anwendungen.

window-row-try-again = Erneut versuchen
window-row-update = Jetzt aktualisieren
window-row-pause = Anhalten
window-row-resume = Fortsetzen
window-row-remove = Entfernen…
window-remove-title = { $hostname } aus Homeport entfernen?
window-remove-text = Homeport aktualisiert ihn nicht mehr. Der DNS-Eintrag selbst bleibt, wie er ist.
window-remove = Entfernen
window-update-here-title = Ihre Hostnamen auf dieses Netz zeigen lassen?
window-update-here-text = Sie führen hierher und nicht nach Hause, bis dieser Computer wieder in einem Heimnetz ist. Im nächsten anderen Netz wartet Homeport wieder.
window-update-here-confirm = Hier aktualisieren
window-zones-title = Ihre Domains
window-zones-text = Das Token sieht diese Domains. { $host } muss in einer davon liegen.
window-zones-none = Das Token funktioniert, aber es wird keine Domain dafür genannt.

window-problem-try = nächster Versuch { $time }
window-problem-open = Zeigen, was zu tun ist: { $problem }

window-practice-title = Fragen Sie den Übungsserver selbst
window-practice-text = Er läuft in diesem Computer, solange { $hostname } hier ist. Fügen Sie dies in ein Terminal ein:
window-copy-command = Befehl kopieren

window-empty-title = Zwei Wege zu beginnen
window-empty-add = Ersten Hostnamen hinzufügen
window-empty-add-text = Ein Name bei einem Anbieter wie deSEC, No-IP oder Duck DNS, kostenlos oder bezahlt.
window-empty-practice = Ohne Konto ausprobieren
window-empty-practice-text = Ein Übungsanbieter in diesem Computer. Nichts verlässt ihn.
window-import-card = Von einem anderen Programm kommen
window-import-card-text = Übernehmen, was ddclient, inadyn, ddns-go, No-IP oder ein Router aktuell hält.
window-import-title = Von einem anderen Programm übernehmen
window-import-text = Wählen Sie dessen Einstellungsdatei. Nichts wird hinzugefügt, bevor Sie gesehen haben, was.
window-import-choose = Datei wählen…
window-import-client = Wessen Datei es ist
window-import-recognise = Von selbst erkannt
window-import-found = In dieser Datei von { $client }: { $count ->
    [0] nichts, was übernommen werden kann
    [one] ein Hostname
   *[other] { $count } Hostnamen
}
window-import-added = { $count ->
    [one] Ein Hostname wurde hinzugefügt
   *[other] { $count } Hostnamen wurden hinzugefügt
}
window-import-left-out = Nicht übernommen
window-import-not-run = Aufgeführt und nie ausgeführt
window-import-not-needed = Nicht nötig
window-import-guessed = (geraten: bitte prüfen)
window-import-secret = { $key }: verborgen, kommt in den Schlüsselbund
window-import-line = Zeile { $line }:
window-import-more = und { $count } weitere
window-import-nothing-yet = Noch wurde nichts hinzugefügt.
window-import-add = { $count ->
    [one] Diesen Hostnamen hinzufügen
   *[other] { $count } Hostnamen hinzufügen
}

window-activity-detail = { $days } Tage auf diesem Computer aufbewahrt. Geheimnisse stehen hier nie.
window-activity-show = Zeigen
window-activity-all = Alles
window-activity-changes = Änderungen
window-activity-problems = Probleme
window-activity-today = Heute, { $date }
window-activity-yesterday = Gestern, { $date }
window-activity-folded = { $count ->
    [one] Geprüft, keine Änderung
    *[other] { $count }× geprüft, keine Änderung
}
window-activity-older = Ältere zeigen
window-activity-none = Noch ist nichts geschehen
window-activity-none-text = Jede Änderung und jedes Problem wird hier eine Zeile.
window-activity-none-kind = Nichts dieser Art
window-weight-routine = Routine
window-weight-change = Änderung
window-weight-warning = Bitte ansehen
window-weight-failure = Problem

window-network-detail = Was zwischen diesem Computer und Ihren Namen liegt, Schritt für Schritt geprüft.
window-network-run = Alles prüfen
window-network-running = Wird geprüft…
window-network-waiting = Die Prüfungen fragen das Netz; das dauert einige Sekunden.
window-network-checks = Prüfungen
window-notification-test = Test senden
window-notification-asked = Ist eine Mitteilung erschienen?
window-notification-yes = Ja, erschienen
window-notification-no = Nein, nichts
window-network-sum = { $passed } in Ordnung, { $look } anzusehen
window-network-sum-skipped = { $passed } in Ordnung, { $look } anzusehen, { $skipped } übersprungen
window-check-pass = In Ordnung
window-check-warn = Bitte ansehen
window-check-fail = Fehlgeschlagen
window-check-skipped = Übersprungen

window-settings-detail = Jede Änderung gilt sofort.
window-settings-accounts = Konten
window-settings-no-account = Noch kein Konto
window-settings-no-account-text = Der Assistent legt eines mit Ihrem ersten Hostnamen an.
window-settings-account = { $count ->
    [one] { $account } · 1 Hostname
    *[other] { $account } · { $count } Hostnamen
}
window-settings-places = Wo was liegt
window-settings-file = Einstellungen
window-settings-state = Verlauf und Zustand
window-settings-secrets = Tokens und Passwörter
window-settings-keychain = { $system ->
    [windows] In der Windows-Anmeldeinformationsverwaltung, nie in einer Datei.
    [macos] In Ihrem macOS-Schlüsselbund, nie in einer Datei.
    *[other] Im Schlüsselbund Ihres Desktops, nie in einer Datei.
}
window-settings-copy-path = Pfad kopieren: { $what }
window-settings-version = Version
window-settings-theme = Farben
window-settings-tray = Symbolleiste
window-autostart = Bei der Anmeldung starten
window-autostart-on = Der Eintrag ist da: { $place }
window-autostart-off = Bis Sie Homeport öffnen, wird nichts aktualisiert.
window-autostart-stale = Der Eintrag startet etwas anderes: { $program }. Einschalten berichtigt ihn.
window-autostart-managed = systemd startet es. Zum Ausschalten: systemctl --user disable homeport
window-autostart-hidden = Ohne Fenster
window-autostart-hidden-text = Nur das Haus im Infobereich erscheint.
window-tray-shown = Das Haus ist in Ihrer Symbolleiste.
window-tray-none = Homeport läuft ohne Symbol.

window-way-title = Der Weg Ihrer Adresse
window-way-computer = Dieser Computer
window-way-router = Router
window-way-tunnel = VPN
window-way-internet = Internet
window-way-dns = DNS-Server
window-way-world = Welt
window-way-no-route = kein Weg hinaus
window-way-accepted = angenommen { $time }
window-way-servers = { $right } von { $count } { $count ->
    [one] Server
   *[other] Servern
}
window-way-soon = bald
window-way-old = alte Adresse
window-way-seen = sieht sie auch
window-way-left = noch { $seconds } s
window-way-caches-until = Zwischenspeicher zeigen bis dahin vielleicht den alten Wert.
window-way-cut = Vor dieser Station ist der Weg unterbrochen.
window-way-hold = Vor dieser Station warten die Updates.
window-way-is-ok = In Ordnung.
window-way-is-waiting = Unterwegs.
window-way-is-old = Hat den alten Wert.
window-way-is-unsure = Bitte ansehen.
window-way-is-none = Nicht in Gebrauch.
window-way-clear = Der Weg nach Hause ist frei
window-way-moving = Die neue Adresse ist unterwegs
window-way-doubtful = Bitte ansehen: { $station }
window-way-ends-at = Der Weg endet bei: { $station }
window-way-held-at = Wartet vor: { $station }
window-way-about = Für { $hostname }, geprüft { $ago }.
window-way-which = Hostname

window-host-where = Wo die Änderung jetzt ist
window-host-record = Eintrag
window-host-servers = Was jeder Nameserver sagt
window-server-name = Nameserver
window-server-answer = Antwort
window-server-silent = Keine Antwort: { $why }
window-server-empty = keine Adresse
window-server-right = Richtig:
window-server-wrong = Anders:
window-host-kept = Was aktuell gehalten wird
window-host-ttl = { $word }; Zwischenspeicher behalten es { $seconds } s
window-host-access = Zugang
window-host-remove = Aus Homeport entfernen
window-host-remove-text = Der DNS-Eintrag selbst bleibt, wie er ist.
window-standby-title = Ersatz
window-standby-text = Er hält den Namen, solange { $provider } es nicht kann, und wird von da an richtig gehalten.
window-standby-serves = hält ihn jetzt
window-standby-since = hält ihn seit { $time }
window-standby-from = hält ihn ab { $time }
window-standby-waits = jetzt nicht nötig
window-standby-row = Ersatz { $provider }
window-standby-row-from = { $provider } ab { $time }
window-standby-row-fault = Ersatz { $provider }: { $words }
window-row-open = Einzelheiten

window-time-title = Ihre Adresse im Lauf der Zeit
window-time-held = Wie lange jede Adresse galt
window-time-family = Adresse
window-time-range = Zeitraum
window-time-days = { $days } Tage
window-time-none = Noch nichts zu zeichnen. Die erste Änderung Ihrer Adresse erscheint hier.
window-time-sum = Zeichnung: { $addresses ->
    [one] 1 Adresse
    *[other] { $addresses } Adressen
}, { $outages ->
    [0] keine Unterbrechung
    [one] 1 Unterbrechung
    *[other] { $outages } Unterbrechungen
} in { $days } Tagen
window-time-today = heute
window-time-now = bisher { $span }
window-time-all = Alle { $count } zeigen

window-activity-lines = Was geschehen ist
window-activity-hostname = Hostname
window-activity-every = Alle Hostnamen
window-activity-sent = { $count ->
    [0] Homeport hat { $host } in den letzten 24 Stunden nicht aktualisiert.
    [one] Homeport hat { $host } in den letzten 24 Stunden einmal aktualisiert.
   *[other] Homeport hat { $host } in den letzten 24 Stunden { $count }-mal aktualisiert.
} Jede andere Änderung kam von anderswo: von einem anderen Programm, einem Router oder der Seite des Anbieters.
window-activity-search = Suchen
window-activity-copy = Diese Zeilen kopieren
window-activity-when = wann
window-activity-request = gesendet
window-activity-answer = Antwort
window-activity-details = Einzelheiten
window-activity-hidden = Geheimnisse sind darin verborgen.
window-report = Bericht
window-report-text = Das ist alles. Nichts wird gesendet: speichern oder kopieren Sie es und geben Sie es, wem Sie möchten.
window-report-hide = Namen und Adressen verbergen
window-report-hide-text = Sie werden zu host-1 und address-1. Geheimnisse stehen hier nie.
window-report-copy = Bericht kopieren
window-report-save = Als Datei speichern
window-report-making = Die Prüfungen laufen; das dauert einige Sekunden.
window-saved = Gespeichert: { $path }
window-report-title = Bericht für die Hilfe
window-network-copy = Ergebnisse kopieren

window-settings-sections = Abschnitte
window-settings-general = Allgemein
window-settings-notifications = Mitteilungen
window-settings-network = Zuhause und VPN
window-settings-sources = Ihre Adresse
window-settings-advanced = Erweitert
window-icon-title = Symbol im Infobereich
window-icon-monochrome = Einfarbig
window-icon-color = Farbig
window-log-title = Protokoll
window-log-text = Wie viel an die Standardfehlerausgabe oder ins Systemjournal geht. --log geht vor.
window-proxy-title = Proxy für Anbieter
window-proxy-text = http://host:port, ohne Passwort. Leer: was das System sagt.
window-proxy-echo = Auch die Adresse darüber erfragen
window-proxy-echo-text = Die Dienste sehen dann die Adresse des Proxys, selten die Ihres Zuhauses.
window-stun-metered = STUN bei begrenztem Datenvolumen
window-stun-metered-text = 48 Bytes je Frage, höchstens eine in 30 Sekunden.
window-nameservers-title = Eigene Nameserver
window-nameservers-text = Werden statt der Server der Zone nach dem Nachweis gefragt. Eine Adresse je Zeile, mit Port, wenn er nicht 53 ist. Leer: die der Zone.
window-nameservers-wrong = Zeile { $line } ist keine Adresse: { $text }
window-apply = Übernehmen
window-webhook-title = Webhook
window-webhook-text = Für jede im DNS nachgewiesene Änderung bekommt dieser Server einmal eine Nachricht.
window-webhook-set = Sie geht an { $server }
window-webhook-url = Adresse
window-webhook-url-text = https://… Sie kann ein Geheimnis sein und wird nicht wieder gezeigt. Leer: die gesetzte.
window-webhook-method = Methode
window-webhook-body = Text
window-webhook-body-text = Platzhalter: { $names }. Leer: alle als JSON.
window-webhook-test = Probe senden
window-webhook-tested = Der Server hat sie angenommen.
window-settings-language = Sprache
window-language-system = System ({ $language })
window-theme-system = System
window-theme-light = Hell
window-theme-dark = Dunkel
window-notify-title = Mir melden
window-notify-all = Alles
window-notify-needs-me = Was mich braucht
window-notify-none = Nichts
window-notify-all-text = Neue Adressen, und was Sie braucht. Höchstens drei in der Stunde.
window-notify-needs-me-text = Nur, wobei Sie etwas tun müssen.
window-notify-none-text = Symbol und Fenster zeigen weiterhin jedes Problem.
window-vpn-title = Solange ein VPN an ist
window-vpn-hold = Warten
window-vpn-through = Verwenden
window-vpn-physical = Umgehen
window-vpn-hold-text = Ihre Namen zeigen weiter nach Hause; Updates warten.
window-vpn-through-text = Ihre Namen zeigen auf die Adresse des VPN.
window-vpn-physical-text = Wir fragen über Ihre eigene Leitung, wo das System es zulässt.
window-home-title = Heimnetze
window-home-some = Updates geschehen nur in diesen Netzen.
window-home-none = Updates geschehen in jedem Netz.
window-home-remove = { $network } entfernen
window-home-here = Dieses Netz
window-home-here-text = Sie sind in { $network }.
window-home-add = Zu den Heimnetzen hinzufügen
window-source-router = Router
window-source-router-text = Zuerst gefragt, nur in diesem Netz.
window-source-stun = STUN-Server
window-source-stun-text = Wie Videoanrufe sie nutzen.
window-source-http = Webdienste
window-source-http-text = Mehrere, und nie zwei desselben Betreibers für eine Antwort.
window-source-dns = DNS-Dienste
window-source-dns-text = Nameserver, die mit der Adresse des Fragenden antworten.
window-source-interface = Dieser Computer
window-source-interface-text = Adressen auf diesem Computer selbst.
window-settings-backup = Sicherung
window-settings-backup-text = Eine Kopie aller Einstellungen, für diesen oder einen anderen Computer. Geheimnisse und der Webhook sind nicht darin.
window-backup-save = Kopie speichern
window-backup-restore = Kopie zurückholen
window-backup-lacking = Wiederhergestellt. Noch kein Token hier für: { $accounts }
window-settings-quit = Solange Homeport nicht läuft, wird nichts aktualisiert. Homeport zu entfernen lässt Ihr DNS, wie es ist.
window-undo = Rückgängig
window-undo-text = Geändert: { $what }

window-replace = Token ersetzen
window-replace-title = Neuer Zugang zu { $provider }
window-replace-text = Er ersetzt den gespeicherten von { $account }. Updates gehen sofort weiter.
window-replace-until-quit = Hier gibt es keinen Schlüsselbund. Was Sie eingeben, bleibt im Arbeitsspeicher, bis Homeport endet, und wird nie in eine Datei geschrieben.
window-replace-save = Speichern
window-replace-none = { $provider } braucht kein Geheimnis.

window-help-title = Tasten
window-help-pages = Status, Aktivität, Netzwerk, Einstellungen
window-help-add = Hostnamen hinzufügen
window-help-check = Jetzt prüfen
window-help-settings = Einstellungen
window-help-back = Zurück oder schließen
window-help-this = Diese Liste

window-field-show = { $field } anzeigen
window-field-hide = { $field } verbergen
window-field-optional = freiwillig
window-field-missing = { $field } wird gebraucht.
window-field-pattern = Das passt nicht zu „{ $field }“. Kopieren Sie alles, und nichts anderes.
window-field-pattern-example = Das passt nicht zu „{ $field }“. Es sieht aus wie { $example }.
window-file-choose = Datei wählen…
window-file-taken = Der Text der Datei steht im Feld.
window-file-too-long-happened = Diese Datei ist länger als jeder Schlüssel.
window-file-too-long-means = Sie hat mehr als 64 KiB. Nichts davon wurde übernommen.
window-file-too-long-do = Wählen Sie die Datei, die der Anbieter für Sie erstellt hat.
window-file-not-text-happened = Diese Datei ist kein Text.
window-file-not-text-means = Eine Schlüsseldatei ist Text in UTF-8. Nichts davon wurde übernommen.
window-file-not-text-do = Wählen Sie die Datei so, wie sie heruntergeladen wurde, oder fügen Sie ihren Text ein.
window-file-not-read-happened = Diese Datei konnte nicht gelesen werden.
window-file-not-read-means = Das System meldet: { $reason }.
window-file-not-read-do = Prüfen Sie, ob Sie sie öffnen dürfen, oder fügen Sie ihren Text ein.
window-hostname-missing = Tippen Sie den Namen, der nach Hause führen soll.
window-hostname-wrong = Das ist kein Hostname. Er sieht aus wie home.example.org.
window-family-missing = Schalten Sie mindestens eines von beiden ein.

window-wizard-step = { $name } · Schritt { $number } von { $of }
window-wizard-close = Schließen, als Entwurf behalten
window-wizard-back = Zurück
window-wizard-continue = Weiter
window-wizard-provider = Anbieter
window-wizard-access = Zugang
window-wizard-hostname = Hostname
window-wizard-test = Test
window-wizard-done = Fertig

window-provider-title = Welcher Name soll nach Hause führen?
window-provider-text = Tippen Sie den, den Sie schon haben, und wir finden heraus, wer ihn verwaltet, oder suchen Sie einen Anbieter.
window-provider-search = Hostname oder Anbieter
window-provider-example = home.example.org
window-provider-found = { $hostname } wird von { $provider } verwaltet
window-provider-looking = Wir sehen nach, wer { $hostname } verwaltet…
window-provider-not-found = Wir haben nicht erkannt, wer { $hostname } verwaltet. Wählen Sie unten den Anbieter.
window-provider-list = Anbieter
window-provider-no-match = Kein Anbieter hat „{ $text }“ im Namen.
window-provider-choose = Wählen Sie zuerst einen Anbieter.
window-provider-unverified = eigene Datei

window-preflight = Bevor Sie beginnen
window-preflight-address = { $family }: { $verdict }

window-access-title = Geben Sie Homeport einen Schlüssel zu { $provider }
window-access-text = Er darf die DNS-Einträge ändern, die Sie nennen, sonst nichts.
window-access-text-plain = Was { $provider } verlangt, bevor es einen Eintrag ändert.
window-access-none = { $provider } braucht hier nichts von Ihnen.
window-access-open = { $provider } öffnen
window-access-rights = Geben Sie ihm diese Rechte, sonst keine:
window-access-which = Welches Konto
window-access-saved = Gespeichert: { $account }
window-access-new = Anderes Konto
window-access-saved-text = Der gespeicherte Zugang wird wieder verwendet. Nichts zu tippen.
window-access-kept = { $system ->
    [windows] In der Windows-Anmeldeinformationsverwaltung gespeichert. Homeport schreibt es nie in eine Datei und zeigt es nie wieder.
    [macos] In Ihrem macOS-Schlüsselbund gespeichert. Homeport schreibt es nie in eine Datei und zeigt es nie wieder.
    *[other] Im Schlüsselbund Ihres Desktops gespeichert. Homeport schreibt es nie in eine Datei und zeigt es nie wieder.
}
window-token-checking = Das Token wird geprüft…
window-token-go-on = Weiter geht es trotzdem: Der Test am Ende zeigt, ob es funktioniert.
window-token-needs = Es braucht:

window-name-title = Welcher Name, und wohin soll er zeigen?
window-name-text = Nur die eingeschalteten Einträge werden berührt; alles andere in der Zone bleibt.
window-name-label = Hostname
window-name-below = Name
window-name-zone = Zone
window-name-zone-typed = Ganzen Namen eingeben
window-name-zone-help = Aktuell gehalten wird: { $hostname }. Für die Zone selbst steht @.
window-name-zone-empty = Für die Zone selbst steht @.
window-name-ipv4 = IPv4
window-name-ipv6 = IPv6
window-name-record-a = A-Eintrag
window-name-record-aaaa = AAAA-Eintrag
window-name-will-be = Wird { $address }
window-name-own = Wird die eigene Adresse dieses Computers
window-name-unknown = Noch nicht bekannt; wird gesetzt, sobald sie es ist
window-name-not-here = Eine dauerhafte Adresse dieser Art gibt es hier nicht. Der Eintrag bleibt, wie er ist.
window-name-create = Fehlende Einträge anlegen
window-name-create-text = Ohne dies ändert Homeport nur Einträge, die es schon gibt.
window-name-only-here = Nur in diesem Netz
window-name-only-here-text = Anderswo, im Café oder Hotel, warten Updates, damit Ihr Name nie dorthin zeigt.

window-test-title = Einmal aktualisieren und zusehen
window-test-text = Das ist der Ernstfall. Sie sehen jeden Schritt, und nichts bleibt verborgen, wenn einer scheitert.
window-test-start = Aktualisieren und prüfen
window-test-again = Erneut versuchen
window-test-again-in = Wieder in { $seconds } s
window-test-sent = An { $provider } gesendet
window-test-accepted = { $provider } hat es angenommen
window-test-unchanged = { $provider } hat diese Adresse schon
window-test-reads-back = Die Nameserver haben es
window-test-proxied = { $provider } steht mit seinem Proxy davor
window-test-visible = In der Welt sichtbar
window-test-visible-caches = Zwischenspeicher brauchen vielleicht einige Minuten länger
window-test-visible-later = dauert bis zu einige Minuten; Sie können weitermachen
window-test-seconds = { $seconds } s
window-test-fix-access = Zugang ändern
window-test-fix-hostname = Hostnamen ändern
window-test-anyway = Trotzdem hinzufügen
window-test-anyway-text = Homeport versucht es von selbst weiter.
window-test-keep = Aktuell halten
window-test-adding = Wird hinzugefügt…

window-done-title = { $hostname } führt nach Hause
window-done-adding = { $hostname } ist in guten Händen
window-done-text = Homeport hält ihn so. Sie können dieses Fenster schließen.
window-done-text-tray = Homeport bleibt in der Symbolleiste und hält ihn so. Sie können dieses Fenster schließen.
window-done-where = { $system ->
    [windows] Sie finden es unten rechts auf dem Bildschirm, vielleicht hinter dem Pfeil.
    [macos] Sie finden es in der Menüleiste.
    *[other] Sie finden es in Ihrer Symbolleiste.
}
window-done-another = Weiteren hinzufügen
window-done-kept = Der Zugang bleibt für den nächsten Namen bei { $provider }.
window-done = Fertig


## Provider forms

form-refused = { $problem }.
form-refused-means = Nichts wurde gesendet oder gespeichert.
form-refused-cure = Berichtigen Sie das markierte Feld und versuchen Sie es erneut.
recognised-by-suffix = Namen unter { $suffix } gehören dazu.
recognised-by-nameserver = Die Zone liegt bei { $server }.

## Secrets that could not be stored

vault-locked-happened = Der Schlüsselbund ist gesperrt.
vault-locked-means = Das Geheimnis wurde nicht gespeichert.
vault-locked-do = Entsperren Sie den Schlüsselbund und versuchen Sie es erneut.
vault-absent-happened = Hier gibt es keinen Schlüsselbund.
vault-absent-means = Das Geheimnis wurde nicht gespeichert; wir bewahren Geheimnisse nirgends sonst auf.
vault-absent-do = Installieren oder starten Sie gnome-keyring oder KWallet, oder nutzen Sie auf einem Server systemd-Credentials.
vault-denied-happened = Das System hat den Zugriff auf den Schlüsselbund verweigert.
vault-denied-means = Das Geheimnis wurde nicht gespeichert.
vault-denied-do = Erlauben Sie Homeport in den Einstellungen des Schlüsselbunds und versuchen Sie es erneut.
vault-too-long-happened = Das Geheimnis ist zu lang.
vault-too-long-means = Der Schlüsselbund dieses Systems nimmt höchstens { $limit } Zeichen.
vault-too-long-do = Prüfen Sie, dass nur das Geheimnis eingefügt wurde.
vault-read-only-happened = Die Geheimnisse dieses Kontos kommen aus den Credentials von systemd.
vault-read-only-means = Wir können sie lesen, nicht ändern.
vault-read-only-do = Ändern Sie das Credential in der Unit des Dienstes und starten Sie ihn neu.
vault-not-kept-happened = Der Schlüsselbund hat das Geheimnis nicht behalten.
vault-not-kept-means = Beim Nachlesen kam ein anderer Wert zurück.
vault-not-kept-do = Sehen Sie nach, ob ein anderes Programm den Eintrag ändert, und versuchen Sie es erneut.

## Doctor: the title of each check, what was found, and (-do) what to do

doctor-settings = Einstellungsdatei
doctor-settings-right = Sie ist richtig und nennt { $count ->
    [1] 1 Hostnamen
    *[other] { $count } Hostnamen
}.
doctor-settings-empty = Sie nennt keinen Hostnamen.
doctor-settings-empty-do = Fügen Sie einen Hostnamen im Fenster hinzu, oder mit: homeport add.
doctor-settings-wrong = { $message }
doctor-settings-wrong-do = Berichtigen Sie die Zeile, oder kehren Sie zu settings.toml.previous zurück. Bis dahin gelten die letzten guten Einstellungen.
doctor-notification = Mitteilungen
doctor-notification-untried = Ob eine erscheint, können nur Sie sagen.
doctor-notification-seen = Der Test ist erschienen.
doctor-notification-unseen = Der Test ist nicht erschienen.
doctor-notification-unseen-do = { $system ->
    [windows] Homeport unter Einstellungen, System, Benachrichtigungen erlauben und „Nicht stören“ ausschalten.
    [macos] Homeport unter Systemeinstellungen, Mitteilungen erlauben und den Fokus ausschalten.
   *[other] „Nicht stören“ ausschalten und Homeport in den Mitteilungseinstellungen des Desktops erlauben.
}
doctor-webview = Was das Fenster zeichnet
doctor-webview-right = Version { $version }.
doctor-webview-silent = Es nennt seine Version nicht.
doctor-webview-old = Version { $version } ist alt: Seiten können falsch aussehen.
doctor-webview-old-do = Das System aktualisieren. Die Hostnamen werden trotzdem aktuell gehalten.
doctor-state = Gespeicherter Zustand
doctor-state-right = { $path } ist beschreibbar.
doctor-state-wrong = { $path } ist nicht beschreibbar: { $reason }.
doctor-state-wrong-do = Schaffen Sie Platz, oder übernehmen Sie den Ordner. Wir arbeiten aus dem Speicher weiter und versuchen es von selbst wieder.
doctor-credentials = Ordner der Credentials
doctor-credentials-right = { $path } enthält { $count ->
    [1] 1 Geheimnis
    *[other] { $count } Geheimnisse
}.
doctor-credentials-empty = { $path } ist leer.
doctor-credentials-empty-do = Nennen Sie jedes Geheimnis in der Unit des Dienstes: LoadCredential=ACCOUNT.FIELD:/path.
doctor-credentials-unreadable = { $path } ist nicht lesbar.
doctor-credentials-unreadable-do = Starten Sie Homeport über seine systemd-Unit, die diesen Ordner lesbar macht.
doctor-keychain = Schlüsselbund
doctor-keychain-ready = Er ist da und entsperrt.
doctor-keychain-locked = Er ist gesperrt; die Geheimnisse liegen sicher darin.
doctor-keychain-locked-do = Entsperren Sie ihn. Wir machen dann von selbst weiter.
doctor-keychain-absent = Es gibt keinen.
doctor-keychain-absent-do = Installieren oder starten Sie gnome-keyring oder KWallet, oder nutzen Sie auf einem Server systemd-Credentials.
doctor-keychain-denied = Das System verweigert den Zugriff darauf.
doctor-keychain-denied-do = Erlauben Sie Homeport in den Einstellungen des Schlüsselbunds.
doctor-secrets = Geheimnisse von { $account }
doctor-secrets-ready = Sie sind lesbar.
doctor-secrets-missing = Mindestens eines ist weg.
doctor-secrets-missing-do = Geben Sie es im Fenster wieder ein.
doctor-secrets-locked = Der Schlüsselbund ist gesperrt.
doctor-secrets-locked-do = Entsperren Sie den Schlüsselbund. Wir machen dann von selbst weiter.
doctor-secrets-absent = Es gibt keinen Schlüsselbund, aus dem sie zu lesen wären.
doctor-secrets-absent-do = Installieren oder starten Sie gnome-keyring oder KWallet, oder nutzen Sie auf einem Server systemd-Credentials.
doctor-secrets-denied = Das System verweigert den Zugriff auf sie.
doctor-secrets-denied-do = Erlauben Sie Homeport in den Einstellungen des Schlüsselbunds.
doctor-route = { $family }-Weg hinaus
doctor-route-gateway = Über { $interface } zu { $gateway }.
doctor-route-direct = Über { $interface }.
doctor-route-tunnel = Über { $interface }, ein VPN.
doctor-route-tunnel-do = Schalten Sie das VPN aus, oder wählen Sie in den Einstellungen, was gilt, solange es an ist (vpn).
doctor-route-none = Es gibt keine Standardroute.
doctor-route-none-do = Verbinden Sie diesen Computer mit dem Netz. Ohne { $family } zu Hause schalten Sie diesen Eintrag aus.
doctor-route-unwanted = Es gibt keinen, und kein Hostname braucht { $family }.
doctor-ipv6 = Dauerhafte IPv6-Adresse
doctor-ipv6-lasting = { $address }
doctor-ipv6-passing = Es gibt nur Adressen, die sich von selbst ändern.
doctor-ipv6-passing-do = Schalten Sie in den Netzeinstellungen dieses Computers eine dauerhafte IPv6-Adresse ein.
doctor-ipv6-none = Dieser Computer hat keine öffentliche IPv6-Adresse.
doctor-ipv6-none-do = Schalten Sie IPv6 im Router ein, oder den AAAA-Eintrag aus.
doctor-ipv6-unwanted = Kein Hostname braucht eine.
doctor-watcher = Beobachtung des Netzes
doctor-watcher-running = Änderungen werden sofort bemerkt.
doctor-watcher-down = { $message }
doctor-watcher-down-do = Wir sehen stattdessen jede Minute nach. Starten Sie Homeport neu, falls das bleibt.
doctor-router = Router
doctor-router-tells = { $words }
doctor-router-behind = { $words }
doctor-router-behind-do = Bitten Sie den Internetanbieter um eine eigene IPv4-Adresse, schalten Sie den ersten Router in den Bridge-Modus, oder nutzen Sie IPv6.
doctor-router-pulses = { $words }
doctor-router-silent = { $words }
doctor-router-silent-do = Schalten Sie UPnP oder NAT-PMP im Router ein, damit Änderungen sofort bemerkt werden.
doctor-router-direct = { $words }
doctor-sources = Öffentliche { $family }-Adresse
doctor-sources-agree = { $address }: { $why }
doctor-sources-own = { $address } ist die eigene Adresse dieses Computers.
doctor-sources-own-do = Die Welt erreicht sie vielleicht nicht. Prüfen Sie die Internetverbindung.
doctor-sources-unknown = { $why }
doctor-sources-unknown-do = Die Einträge bleiben, wie sie sind. Prüfen Sie die Internetverbindung und dann erneut.
doctor-sources-early = Die erste Prüfung ist noch nicht zu Ende.
doctor-sources-unwanted = Kein Hostname braucht sie.
doctor-route-beside = { $family } wird am VPN vorbei gesucht, über { $interface }.
doctor-network = Netz
doctor-network-home = { $network } ist ein Heimnetz.
doctor-network-everywhere = Updates geschehen in jedem Netz.
doctor-network-away = Unterwegs: { $network } ist keines Ihrer Heimnetze.
doctor-network-away-do = Nichts, außer dies ist auch Ihr Zuhause: dann fügen Sie es den Heimnetzen hinzu.
doctor-network-unknown = Es ist nicht festzustellen, welches Netz dies ist.
doctor-network-unknown-do = Prüfen Sie die Verbindung zum Router. Updates warten, bis das Netz bekannt ist.
doctor-power = Strom und Kosten
doctor-power-plugged = Nicht im Akkubetrieb, keine Kosten nach Menge bekannt: gefragt wird in vollem Takt.
doctor-power-battery = Im Akkubetrieb: gefragt wird seltener.
doctor-power-metered = Getaktete Verbindung: STUN-Server werden nicht gefragt.
doctor-power-both = Im Akkubetrieb und getaktet: gefragt wird seltener, und keine STUN-Server.
doctor-source = { $source } ({ $family })
doctor-source-heard = { $words } Verlässlichkeit: { $health } von 100.
doctor-source-doubted = { $words } Verlässlichkeit: { $health } von 100.
doctor-source-doubted-do = Nichts: anderen wird geglaubt. Eine Quelle, die falsch bleibt, wird eine Stunde lang nicht gefragt.
doctor-dropped = Defekte Antworten
doctor-dropped-none = Es kamen keine.
doctor-dropped-some = Verworfen: { $kinds }.
doctor-clock = Uhr
doctor-clock-right = Zertifikate sind nach ihr gültig.
doctor-clock-wrong = Das Datum dieses Computers ist falsch.
doctor-clock-wrong-do = Stellen Sie Datum und Uhrzeit, am besten aus dem Internet. Bis dahin scheitern sichere Verbindungen.
doctor-clock-unknown = Es gab keine sichere Verbindung, die es zeigen könnte.
doctor-proxy = Proxy
doctor-proxy-none = Keiner ist gesetzt.
doctor-proxy-set = Anfragen an Anbieter laufen über { $proxies }.
doctor-provider = Verbindung zu { $provider }
doctor-provider-reached = { $host } antwortet mit einem gültigen Zertifikat.
doctor-provider-proxy = Nicht versucht, da Anfragen über einen Proxy laufen.
doctor-provider-unreached = { $message }.
doctor-provider-unreached-do = Prüfen Sie Internetverbindung und Firewall. Auch der Anbieter kann Probleme haben.
doctor-provider-untrusted = { $message }.
doctor-provider-untrusted-do = Nichts Geheimes wurde gesendet. Prüfen Sie die Uhr; auch ein Filter oder Firmennetz kann die Ursache sein (SSL_CERT_FILE).
doctor-dns = { $hostname }, { $record }
doctor-dns-proved = Die Nameserver der Zone haben { $address }.
doctor-dns-accepted = Der Anbieter hat { $address } angenommen; seine Nameserver zeigen es noch nicht.
doctor-dns-accepted-do = Warten Sie einige Minuten. Wir sehen von selbst wieder nach.
doctor-dns-unsure = { $word }
doctor-dns-unsure-do = Wir konnten es nicht bestätigen und sehen von selbst wieder nach.
doctor-dns-wrong = { $word }
doctor-dns-wrong-do = Sehen Sie sich diesen Hostnamen im Fenster an; dort steht, was zu tun ist.
doctor-dns-held = Jetzt wird nichts erwartet: { $word }
doctor-standby = { $hostname }, { $record }, Ersatz bei { $provider }
doctor-standby-ready = Er wird jetzt nicht gebraucht und hat nichts veröffentlicht.
doctor-ttl = { $hostname }, TTL
doctor-ttl-long = Nach einer Änderung dürfen andere die alte Adresse { $count } Minuten lang behalten.
doctor-ttl-long-do = Verringern Sie die TTL des Eintrags bei { $provider }, falls das dort geht.
doctor-ttl-lower = Nach einer Änderung dürfen andere die alte Adresse { $count } Minuten lang behalten.
doctor-ttl-lower-do = Verringern Sie sie bei { $provider }, oder schreiben Sie lower_ttl = true zu diesem Hostnamen in settings.toml: Homeport setzt mit der nächsten Änderung { $seconds } Sekunden.
doctor-ttl-soon = Andere dürfen die alte Adresse { $count } Minuten lang behalten. Mit der nächsten Änderung werden es { $seconds } Sekunden.
doctor-tray = Symbol
doctor-tray-shown = Es wird angezeigt.
doctor-tray-no-host = Dieser Desktop zeigt keine Symbole an.
doctor-tray-no-host-do = Schalten Sie unter GNOME die Erweiterung AppIndicator ein. Homeport arbeitet auch ohne das Symbol.
doctor-tray-none = Hier gibt es keinen Desktop.
doctor-autostart = Start bei der Anmeldung
doctor-autostart-on = { $place } startet dieses Programm.
doctor-autostart-managed = systemd startet { $program } ({ $place }).
doctor-autostart-headless = Es gibt keinen Eintrag und hier keine Arbeitsfläche.
doctor-autostart-off = Homeport startet nicht von selbst.
doctor-autostart-off-do = In den Einstellungen einschalten, oder mit: homeport service install
doctor-autostart-stale = { $place } startet etwas anderes: { $program }
doctor-autostart-stale-do = In den Einstellungen aus- und wieder einschalten, oder: homeport service install
## Lines of the history

journal-started = Homeport { $version } gestartet.
journal-address-found = { $family }-Adresse { $new } gefunden. Gesehen von { $names }.
journal-address-changed = Neue { $family }-Adresse { $new }, vorher { $old }. Gesehen von { $names }.
journal-address-unknown = Die { $family }-Adresse ist nicht mehr sicher. { $why }
journal-sent = { $count ->
    [one] { $addresses } für { $host } an { $provider } gesendet.
    *[other] { $addresses } für { $count } Hostnamen an { $provider } gesendet.
}
journal-answered-good = { $provider } hat das Update von { $host } angenommen.
journal-answered-unchanged = { $provider } hatte diese Adresse für { $host } schon.
journal-answered-bad-auth = { $provider } hat das Token für { $host } abgelehnt{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-no-such-host = { $provider } hat in diesem Konto kein { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-not-entitled = { $provider } sagt, dieses Konto darf { $host } nicht ändern{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-blocked = { $provider } hat { $host } gesperrt{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-bad-request = { $provider } hat das Update von { $host } nicht angenommen{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-client-refused = { $provider } hat dieses Programm bei { $host } abgewiesen{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-rate-limited = { $provider } bittet uns, mit { $host } zu warten{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-server-trouble = { $provider } hatte bei { $host } eigene Probleme{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-unknown = { $provider } hat für { $host } etwas geantwortet, das wir nicht verstehen{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-uncertain = Das Update von { $host } bei { $provider } ließ sich nicht bestätigen: { $message }.
journal-not-sent = { $provider } war für { $host } nicht erreichbar: { $message }.
journal-trouble = { $code ->
    [settings-broken] Die Einstellungsdatei hat einen Fehler: { $message }.
    [store-broken] Gespeicherte Daten waren beschädigt; die Datei bleibt als { $message } erhalten.
    [store-newer] Ein neueres Homeport hat { $message } geschrieben; die Datei bleibt unberührt.
    *[disk-full] Homeport kann seine Daten nicht schreiben: { $message }.
}
journal-proved = { $seconds ->
    [0] Die Nameserver von { $host } sagen { $address }.
    *[other] Die Nameserver von { $host } sagen { $address }, { $seconds } s nach dem Update.
}
journal-not-proved = { $count ->
    [0] Die Nameserver von { $host } haben { $expected } noch nicht.
    *[other] Die Nameserver von { $host } sagen { $found } statt { $expected }.
}
journal-halted = Updates bei { $provider } sind gestoppt, bis Sie handeln.
journal-halted-hostname = Updates von { $host } bei { $provider } sind gestoppt, bis Sie handeln.
journal-standby-serves = { $host } wird jetzt vom Ersatz { $provider } aktuell gehalten: Das erste Konto ist zu lange ausgefallen.
journal-first-serves = { $provider } hält { $host } wieder aktuell.
journal-held-vpn = Wartet: ein VPN ({ $name }) ist an.
journal-held-away = Wartet: dies ist kein Heimnetz.
journal-released = Updates gehen weiter.
journal-paused = Sie haben alle Updates angehalten.
journal-paused-hostname = Sie haben { $host } angehalten.
journal-resumed = Updates wurden fortgesetzt.
journal-resumed-hostname = Sie haben { $host } fortgesetzt.
journal-settings = Einstellungen geändert: { $what }
journal-checked = Geprüft, wie gewünscht.
journal-notified = { $try ->
    [yes] Der Webhook { $server } nahm eine Probe an.
   *[no] Der Webhook { $server } erfuhr von { $host }.
}
journal-not-notified = { $try ->
    [yes] Eine Probe erreichte den Webhook { $server } nicht: { $message }
   *[no] Der Webhook { $server } konnte von { $host } nicht erfahren: { $message }
}

## Results of `homeport try`, `homeport once` and the wizard's test

token-good = { $provider } akzeptiert das Token.
token-good-for = Das Token gilt für: { $zones }{ $more ->
    [0] .
   *[other] {" "}und { $more } weitere.
}
token-refused = { $provider } akzeptiert das Token nicht{ $quoted ->
    [yes] : { $message }
   *[no] .
}
token-not-entitled = { $provider } kennt das Token, doch ihm fehlt ein Recht{ $quoted ->
    [yes] : { $message }
   *[no] .
}
token-later = { $provider } konnte jetzt nicht gefragt werden{ $quoted ->
    [yes] : { $message }
   *[no] .
}
token-unknown = { $provider } hat etwas geantwortet, das wir nicht verstehen{ $quoted ->
    [yes] : { $message }
   *[no] .
}
try-good = { $host } wurde aktualisiert.
try-unchanged = { $host } hatte diese Adresse schon.
try-bad-auth = Der Anbieter hat das Token nicht angenommen{ $quoted ->
    [yes] : { $message }
    *[no] .
} Erzeugen Sie ein neues und fügen Sie es ein.
try-no-such-host = Dieses Konto hat kein { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
} Prüfen Sie den Namen beim Anbieter.
try-not-yours = { $host } gehört zu einem anderen Konto{ $quoted ->
    [yes] : { $message }
    *[no] .
} Prüfen Sie Namen und Konto.
try-not-entitled = Dieses Konto oder Token darf { $host } nicht ändern{ $quoted ->
    [yes] : { $message }
    *[no] .
} Ergänzen Sie das Recht beim Anbieter.
try-blocked = Der Anbieter hat { $host } gesperrt{ $quoted ->
    [yes] : { $message }
    *[no] .
} Heben Sie die Sperre dort zuerst auf.
try-bad-request = Der Anbieter hat die Anfrage nicht angenommen{ $quoted ->
    [yes] : { $message }
    *[no] .
} Prüfen Sie die Felder.
try-client-refused = Der Anbieter lehnt diese Version von Homeport ab{ $quoted ->
    [yes] : { $message }
    *[no] .
} Aktualisieren Sie Homeport.
try-rate-limited = Der Anbieter bittet zu warten{ $quoted ->
    [yes] : { $message }
    *[no] .
} Versuchen Sie es später.
try-server-trouble = Der Anbieter hat eigene Probleme{ $quoted ->
    [yes] : { $message }
    *[no] .
} Versuchen Sie es später.
try-unknown = Der Anbieter hat etwas geantwortet, das wir nicht verstehen{ $quoted ->
    [yes] : { $message }
    *[no] .
}
try-uncertain = Wir konnten das Update nicht bestätigen{ $quoted ->
    [yes] : { $message }
    *[no] .
} Es kann gelungen sein.
try-not-sent = Nichts wurde geändert{ $quoted ->
    [yes] : { $message }
    *[no] .
}
once-would-send = Würde aktualisiert.
once-would-not-send = Nichts würde gesendet.

## Refused requests: what happened, what it means, what to do

refused-no-thread-happened = Homeport konnte nicht starten.
refused-no-thread-means = Das System hat einen Thread verweigert.
refused-no-thread-do = Schließen Sie andere Programme und starten Sie Homeport erneut.
refused-unknown-hostname-happened = { $host } steht nicht in den Einstellungen.
refused-unknown-hostname-means = Nichts wurde geändert.
refused-unknown-hostname-do = Die Namen zeigt: homeport list
refused-bad-hostname-happened = „{ $host }“ ist kein Hostname: { $error }.
refused-bad-hostname-means = Nichts wurde geändert.
refused-bad-hostname-do = Schreiben Sie den ganzen Namen, etwa home.example.org.
refused-no-address-happened = Für { $host } ist keine Adresse bekannt.
refused-no-address-means = Nichts wurde gesendet.
refused-no-address-do = Prüfen Sie die Internetverbindung, oder tippen Sie eine Adresse.
refused-no-secret-happened = Das gespeicherte Token für { $host } ist nicht lesbar.
refused-no-secret-means = Nichts wurde gesendet.
refused-no-secret-do = Entsperren Sie den Schlüsselbund, oder fügen Sie das Token wieder ein.
refused-hostname-twice-happened = { $host } steht schon in den Einstellungen.
refused-hostname-twice-means = Ein Name gehört zu einem Konto.
refused-hostname-twice-do = Entfernen Sie ihn zuerst, oder wählen Sie einen anderen Namen.
refused-no-family-happened = IPv4 und IPv6 sind für { $host } beide aus.
refused-no-family-means = Es gäbe nichts aktuell zu halten.
refused-no-family-do = Schalten Sie mindestens eines davon ein.
refused-unknown-provider-happened = Einen Anbieter „{ $provider }“ gibt es nicht.
refused-unknown-provider-means = Nichts wurde geändert.
refused-unknown-provider-do = Die Anbieter zeigt: homeport providers
refused-bad-account-happened = „{ $account }“ kann kein Name eines Kontos sein.
refused-bad-account-means = Er benennt das Token im Schlüsselbund.
refused-bad-account-do = Verwenden Sie Buchstaben, Ziffern, „-“ und „_“, höchstens 64.
refused-no-network-happened = Es ist nicht festzustellen, welches Netz dies ist.
refused-no-network-means = Es wurde kein Heimnetz hinzugefügt.
refused-no-network-do = Verbinden Sie sich mit dem Netz, warten Sie eine Prüfung ab, und versuchen Sie es erneut.
refused-autostart-managed-happened = systemd startet Homeport schon.
refused-autostart-managed-means = Zwei Einträge würden bei jeder Anmeldung das Fenster öffnen; nichts wurde geändert: { $reason }
refused-autostart-managed-do = Zum Ausschalten: systemctl --user disable homeport
refused-autostart-out-of-reach-happened = Der Dienst kann { $reason } nicht starten.
refused-autostart-out-of-reach-means = Er sieht weder persönliche noch temporäre Ordner. Nichts wurde geändert.
refused-autostart-out-of-reach-do = Legen Sie das Programm in einen Ordner wie /usr/local/bin.
refused-autostart-not-written-happened = Der Start bei der Anmeldung ließ sich nicht ändern: { $reason }
refused-autostart-not-written-means = Es ist wie zuvor.
refused-autostart-not-written-do = Prüfen Sie, wer dort schreiben darf, und versuchen Sie es noch einmal.
refused-not-saved-happened = Die Datei ließ sich nicht schreiben: { $reason }
refused-not-saved-means = Nichts wurde gespeichert und nichts ersetzt.
refused-not-saved-do = Wählen Sie eine Datei, die es noch nicht gibt, in einem Ordner mit Schreibrecht.
refused-not-restored-happened = Die Kopie ist nicht verwendbar: { $error }
refused-not-restored-means = Ihre Einstellungen sind wie zuvor.
refused-not-restored-do = Wählen Sie eine Datei, die Homeport gespeichert hat, und berichtigen Sie das Genannte.
refused-webhook-url-happened = Das ist keine Adresse für einen Webhook.
refused-webhook-url-means = Der Webhook ist wie zuvor.
refused-webhook-url-do = Schreiben Sie die ganze Adresse mit https://. http:// ist nur für eine Adresse Ihres eigenen Netzes, in Zahlen.
refused-webhook-body-happened = Es gibt keinen Platzhalter „{ $found }“.
refused-webhook-body-means = Der Webhook ist wie zuvor.
refused-webhook-body-do = Verwenden Sie hostname, family, address und old, jeweils zwischen doppelten geschweiften Klammern.
refused-webhook-test-happened = { $server } nahm die Probe nicht an: { $reason }
refused-webhook-test-means = Auch von einer Änderung würde er nichts erfahren. Ihre Hostnamen werden trotzdem aktualisiert.
refused-webhook-test-do = Prüfen Sie die Adresse und was der Server erwartet.
refused-bad-device-happened = „{ $device }“ ist keine Endung einer Adresse.
refused-bad-device-means = Der AAAA-Eintrag eines anderen Geräts braucht die zweite Hälfte seiner Adresse.
refused-bad-device-do = Schreiben Sie sie als ::1234, oder die Hardware-Adresse des Geräts.
refused-other-provider-happened = Das Konto „{ $account }“ ist bei einem anderen Anbieter.
refused-other-provider-means = Nichts wurde geändert.
refused-other-provider-do = Wählen Sie einen anderen Namen für das neue Konto.
refused-unknown-account-happened = Ein Konto „{ $account }“ gibt es nicht.
refused-unknown-account-means = Nichts wurde geändert.
refused-unknown-account-do = Die Konten zeigt: homeport list
refused-no-desktop-happened = Es wurde keine Mitteilung gezeigt: Homeport läuft ohne Desktop.
refused-no-desktop-means = Niemand würde sie sehen.
refused-no-desktop-do = Homeport in der Desktop-Sitzung starten, ohne --no-tray.
refused-same-account-happened = „{ $account }“ ist das Konto dieses Hostnamens selbst.
refused-same-account-means = Ein Ersatz hält einen Hostnamen, solange dessen eigenes Konto es nicht kann. Es wurde nichts geändert.
refused-same-account-do = Ein anderes Konto nennen, am besten bei einem anderen Anbieter; „homeport list“ zeigt sie.
refused-settings-wrong-happened = Die Einstellungen wurden nicht geändert: { $error }.
refused-settings-wrong-means = Die Datei bleibt, wie sie ist.
refused-settings-wrong-do = Berichtigen Sie die Datei und versuchen Sie es erneut.
refused-settings-not-written-happened = Die Einstellungen ließen sich nicht schreiben: { $error }.
refused-settings-not-written-means = Die Datei bleibt, wie sie ist.
refused-settings-not-written-do = Prüfen Sie Festplatte und Ordner und versuchen Sie es erneut.
## Command line: mistakes and trouble, in three parts

command-unasked-happened = Das laufende Homeport ließ sich nicht fragen: { $reason }.
command-unasked-means = Nichts wurde geändert.
command-unasked-do = Versuchen Sie es erneut. Bleibt es so, beenden Sie Homeport und starten Sie es mit: homeport run
command-unexpected-happened = Das laufende Homeport gab eine Antwort, die nicht passt.
command-unexpected-means = Vielleicht hat es eine andere Version als dieser Befehl.
command-unexpected-do = Beenden Sie Homeport und starten Sie es neu mit: homeport run
command-unwritten-happened = Das Ergebnis ließ sich nicht schreiben: { $reason }.
command-unwritten-means = Der Befehl selbst wurde ausgeführt.
command-unwritten-do = Schaffen Sie Platz am Ziel der Ausgabe, und fragen Sie mit: homeport status
command-usage-happened = { $reason }
command-usage-means = Nichts wurde getan.
command-usage-do = Siehe: { $help }
command-stray = Auf der Befehlszeile steht ein Wort zu viel; es wird nicht gezeigt, da es geheim sein kann.
command-no-home-happened = Dieses System nennt keinen Benutzerordner für Sie.
command-no-home-means = Wir wissen nicht, wo die Einstellungen sind.
command-no-home-do = Nennen Sie einen Ordner mit --config DIR.
command-start-happened = Homeport konnte nicht starten: { $reason }.
command-start-means = Kein Hostname wird jetzt aktuell gehalten.
command-start-do = Beheben Sie die Ursache und starten Sie es erneut. Mehr steht im Protokoll mit --log debug.
command-second-happened = Ein anderes Homeport hat den Platz und antwortet nicht: { $reason }.
command-second-means = Zwei davon würden doppelt senden, darum endet dieses.
command-second-do = Beenden Sie zuerst das andere, oder geben Sie diesem einen eigenen Ordner mit --config DIR.
command-hostname-happened = { $hostname } ist kein Hostname: { $reason }.
command-hostname-means = Nichts wurde gesendet oder geändert.
command-hostname-do = Schreiben Sie den ganzen Namen, etwa home.example.org.
command-provider-happened = Einen Anbieter { $provider } gibt es nicht.
command-provider-means = Nichts wurde gesendet oder geändert.
command-provider-do = Wählen Sie einen aus: homeport providers
command-field-form-happened = Einem Feld fehlt das Zeichen =.
command-field-form-means = Es wird hier nicht gezeigt, da es geheim sein kann.
command-field-form-do = Schreiben Sie --field KEY=VALUE.
command-field-unknown-happened = { $provider } hat kein Feld dieses Namens.
command-field-unknown-means = Es wird hier nicht gezeigt, da es geheim sein kann.
command-field-unknown-do = Wählen Sie aus: { $known }.
command-field-twice-happened = Das Feld { $field } ist zweimal angegeben.
command-field-twice-means = Wir können nicht wissen, welches gemeint ist.
command-field-twice-do = Lassen Sie eines davon weg.
command-secret-shown-happened = { $label } ist geheim und steht auf der Befehlszeile.
command-secret-shown-means = Andere an diesem Computer können es dort lesen, und die Shell merkt es sich. Nichts wurde gesendet.
command-secret-shown-do = Schreiben Sie --field { $field }=- und tippen Sie es, oder --field { $field }=@FILE. Erzeugen Sie ein neues, falls andere es gesehen haben können.
command-secret-unread-happened = { $label } ließ sich nicht aus { $file } lesen: { $reason }.
command-secret-unread-means = Nichts wurde gesendet oder geändert.
command-secret-unread-do = Prüfen Sie Namen und Rechte der Datei.
command-secret-empty-happened = { $label } ist leer.
command-secret-empty-means = Nichts wurde gesendet oder geändert.
command-secret-empty-do = Fügen Sie es noch einmal ein.

## Command line: results

second-start = Homeport läuft schon; sein Fenster öffnet sich.
second-start-headless = Homeport läuft schon.
done-removed = { $hostname } wird nicht mehr aktuell gehalten. Sein DNS-Eintrag bleibt, wie er ist.
done-added = { $hostname } wird von jetzt an aktuell gehalten.
done-paused = Alle Updates sind angehalten, bis Sie fortsetzen.
done-paused-hour = Alle Updates sind für eine Stunde angehalten.
done-paused-tomorrow = Alle Updates sind bis morgen angehalten.
done-paused-one = { $hostname } ist angehalten, bis Sie fortsetzen.
done-resumed = Alle Updates gehen weiter.
done-resumed-one = { $hostname } geht weiter.
service-on = Homeport startet von selbst: { $place }
service-off = Homeport startet nicht von selbst.
service-stale = { $place } startet etwas anderes: { $program }. Damit dieses Programm startet: homeport service install
service-managed = systemd startet { $program }: { $place }
report-written = Geschrieben: { $path } ({ $names }). { $hidden } Werte sind verborgen; sehen Sie hinein, bevor Sie es weitergeben. Nichts wurde gesendet.
backup-written = Geschrieben: { $path }. Geheimnisse sind nicht darin.
backup-restored = Die Einstellungen sind wiederhergestellt.
backup-lacking = Diese Konten haben auf diesem Computer noch kein Token: { $accounts }. Geben Sie es neu ein.
terminal-ago = vor { $span }
terminal-in = in { $span }
terminal-seconds = { $count ->
    [0] einem Moment
    [one] 1 Sekunde
    *[other] { $count } Sekunden
}
terminal-minutes = { $count ->
    [one] 1 Minute
    *[other] { $count } Minuten
}
terminal-hours = { $count ->
    [one] 1 Stunde
    *[other] { $count } Stunden
}
terminal-days = { $count ->
    [one] 1 Tag
    *[other] { $count } Tagen
}
terminal-checked = Geprüft { $when }.
terminal-not-checked = Noch nicht geprüft.
terminal-next = Nächste Prüfung { $when }.
terminal-next-try = nächster Versuch { $when }
terminal-standby = Ersatz: { $words }
terminal-standby-from = übernimmt { $when }
terminal-since = seit { $when }
terminal-seen = gesehen { $when }
terminal-paused = angehalten
terminal-practice = Fragen Sie den Übungsserver selbst: { $command }
terminal-alone = Homeport läuft jetzt nicht. Starten Sie es mit: homeport run
terminal-no-tray = Dieser Desktop zeigt keine Symbole an. Alles steht im Fenster und in diesem Befehl.
terminal-no-history = Noch ist nichts geschehen.
terminal-no-hostnames = Es gibt noch keinen Hostnamen. Fügen Sie den ersten hinzu mit: homeport add
terminal-dry-run = Nichts wird gesendet. Dies würde geschehen:
terminal-providers = Mehr über einen davon: homeport providers ID
terminal-unverified = Dieser Anbieter stammt aus einer eigenen Datei; niemand hat ihn geprüft.
terminal-fields = Felder
terminal-field-secret = geheim
terminal-field-optional = darf fehlen
terminal-access = Wo es den Zugang gibt
terminal-rights = Rechte, die es braucht
outcome-updated = aktualisiert
outcome-would-update = würde aktualisiert
outcome-unchanged = aktuell
outcome-refused = abgelehnt
outcome-retry = später erneut versucht
outcome-unknown = nicht bestätigt
outcome-held = wartet
outcome-proved = Nachgewiesen bei den Nameservern der Zone.
outcome-again = Nicht vor { $span } von jetzt an.
check-pass = gut
check-warn = ansehen
check-fail = Fehler
check-skipped = übersprungen
check-sum = { $passed } gut, { $warned } anzusehen, { $failed } fehlgeschlagen.

# Taking over the settings of another client. $word is that client's own word.
import-command-why = „{ $word }“ startet ein Programm ({ $program }). Homeport führt nie aus, was eine importierte Datei nennt.
import-command-cure = Brauchen Sie seine Adresse noch, setzen Sie addresses.command selbst in den Einstellungen.
import-include-why = Eine weitere Datei wird eingebunden ({ $program }). Sie wurde nicht geöffnet.
import-include-cure = Importieren Sie auch diese Datei.
import-script-why = Diesen Eintrag aktualisiert ein Skript ({ $program }), das nicht ausgeführt wird.
import-script-cure = Suchen Sie den Anbieter mit „homeport providers“, und fügen Sie den Hostnamen mit „homeport add“ hinzu.
import-environment-why = Der Wert von „{ $word }“ steht in der Umgebung oder in einer anderen Datei, die nicht gelesen wurde.
import-environment-cure = Fügen Sie den Hostnamen mit „homeport add“ hinzu; der Befehl fragt nach dem Geheimnis.
import-disabled-why = Dieser Eintrag ist dort ausgeschaltet.
import-disabled-cure = Schalten Sie ihn im anderen Programm ein und importieren Sie erneut, oder verwenden Sie „homeport add“.
import-no-name-why = Dieser Eintrag nennt keinen Hostnamen.
import-no-name-cure = Fügen Sie den Hostnamen mit „homeport add“ hinzu.
import-bad-name-why = Ein Hostname in dieser Zeile ist kein ganzer Name.
import-bad-name-cure = Fügen Sie ihn mit dem ganzen Namen hinzu: homeport add home.example.org
import-whole-account-why = „{ $word }“ steht für alle Namen eines Kontos oder einer Gruppe.
import-whole-account-cure = Homeport führt jeden Namen einzeln: verwenden Sie „homeport add“ für jeden einmal.
import-no-provider-why = Dieser Eintrag nennt keinen Anbieter.
import-no-provider-cure = Fügen Sie den Hostnamen mit „homeport add“ hinzu.
import-unknown-why = Einen Anbieter „{ $name }“ kennt Homeport nicht.
import-unknown-cure = Sehen Sie nach mit „homeport providers“, oder schreiben Sie eine eigene Anbieterdatei und prüfen Sie sie mit „homeport providers check“.
import-closed-why = { $name } hat den Betrieb eingestellt. { $reason }
import-closed-cure = Wählen Sie einen anderen Anbieter: homeport providers
import-own-server-why = Die Updates gehen an einen eigenen Server ({ $server }) und haben eine eigene Form.
import-own-server-cure = Schreiben Sie eine eigene Anbieterdatei und prüfen Sie sie mit „homeport providers check“.
import-missing-why = { $state ->
    [wrong] „{ $label }“ sieht nicht aus wie das, was der Anbieter vergibt.
    *[missing] Der Anbieter braucht „{ $label }“, und in der Datei steht es nicht.
}
import-missing-cure = Fügen Sie den Hostnamen mit „homeport add“ hinzu.
import-foreign-why = Dieser Name lässt sich bei { $name } nicht aktuell halten.
import-foreign-cure = Prüfen Sie den Namen und seine Zone, und fügen Sie ihn mit „homeport add“ hinzu.
import-twice-why = Der Name steht zweimal in der Datei, mit verschiedenen Konten. Das erste wird genommen.
import-twice-cure = Nichts, außer das zweite war das richtige.
import-kept-why = Homeport hält diesen Namen schon aktuell.
import-kept-cure = Nichts. Um ihn zu ersetzen, entfernen Sie ihn zuerst: homeport remove
import-no-family-why = { $name } führt keinen der Einträge, die für diesen Namen gewünscht sind.
import-no-family-cure = Wählen Sie einen anderen Anbieter dafür: homeport providers
import-half-family-why = { $name } führt nur einen der beiden Einträge dieses Namens.
import-half-family-cure = Nichts: der andere bleibt, wie er ist.
import-option-why = „{ $word }“ wird nicht unterstützt.
import-option-cure = Stellen Sie es beim Anbieter ein; dort bleibt es, wie es ist.
import-spaces-why = Vor oder nach „=“ steht ein Leerzeichen, darum ist nicht klar, was diese Zeile bedeutet.
import-spaces-cure = Entfernen Sie die Leerzeichen und importieren Sie erneut.
import-line-why = Diese Zeile war nicht zu verstehen.
import-line-cure = Vergleichen Sie sie mit dem Handbuch des anderen Programms.
import-fixed-why = Eine feste Adresse ist eingestellt ({ $word }). Homeport findet die Adresse selbst.
import-fixed-cure = Muss sie fest sein, setzen Sie addresses.ipv4 oder addresses.ipv6 in den Einstellungen.
import-plain-echo-why = Der Adressdienst { $word } wird unverschlüsselt gefragt; die Antwort kann unterwegs jeder ändern.
import-plain-echo-cure = Nichts: Homeport hat eigene Dienste.
import-page-echo-why = Der Adressdienst { $word } antwortet mit einer Webseite, oder seine Adresse enthält vielleicht einen Schlüssel.
import-page-echo-cure = Nichts: Homeport hat eigene Dienste.
import-proxy-why = Ein Proxy ist eingestellt.
import-proxy-cure = Homeport nimmt ihn aus der Umgebung: HTTPS_PROXY
import-notification-why = „{ $word }“ sendet eine Nachricht, wenn etwas geschehen ist.
import-notification-cure = Homeport meldet sich über die Mitteilungen des Desktops und „homeport status“.
import-too-many-why = Die Datei hat mehr als { $most } Hostnamen; die übrigen sind weggelassen.
import-too-many-cure = Teilen Sie die Datei und importieren Sie die Teile.
import-interval-why = Es ist eingestellt, wie oft nachgesehen wird („{ $word }“).
import-interval-cure = Homeport bemerkt Änderungen von selbst und hält das Tempo jedes Anbieters ein.
import-detection-why = Es ist eingestellt, woher die Adresse kommt („{ $word }“).
import-detection-cure = Homeport fragt von selbst den Router, die Netzwerkschnittstellen und Dienste im Internet.
import-too-long-happened = Die Datei ist länger als 1 MiB.
import-too-long-means = Kein Programm schreibt eine solche Datei. Nichts wurde gelesen.
import-too-long-do = Prüfen Sie, ob es die richtige Datei ist.
import-empty-happened = In der Datei steht nichts.
import-empty-means = Nichts wurde importiert.
import-empty-do = Prüfen Sie, ob es die richtige Datei ist.
import-binary-happened = Die Datei ist kein Text.
import-binary-means = Nichts wurde importiert.
import-binary-do = Geben Sie die Konfigurationsdatei selbst an, kein Archiv und kein Programm.
import-noip2-happened = Das ist die Konfiguration von noip2, die nur noip2 selbst lesen kann.
import-noip2-means = Nichts wurde importiert.
import-noip2-do = Die Hostnamen zeigt „noip2 -S“; verwenden Sie dann für jeden „homeport add HOSTNAME --provider no-ip“.
import-unrecognised-happened = Die Datei sieht nicht aus wie die Konfiguration eines bekannten Programms.
import-unrecognised-means = Nichts wurde importiert.
import-unrecognised-do = Nennen Sie das Programm mit --from: { $clients }.
import-syntax-happened = Zeile { $line } ist nicht lesbar: { $problem }.
import-syntax-means = Auch das andere Programm könnte diese Datei nicht lesen. Nichts wurde importiert.
import-syntax-do = Berichtigen Sie die Zeile, oder nennen Sie das Programm, dem die Datei gehört, mit --from: { $clients }.
import-head = { $client }: { $count ->
    [0] nichts kann hinzugefügt werden.
    [one] ein Hostname kann hinzugefügt werden.
    *[other] { $count } Hostnamen können hinzugefügt werden.
}
import-secret = { $key }: verborgen; kommt als { $entry } in den Schlüsselbund
import-guessed = (geraten: bitte prüfen)
import-sources = Adressdienste, die auch gefragt werden
import-left-out = Nicht übernommen
import-not-run = Aufgeführt, aber nie ausgeführt
import-not-needed = Nicht nötig
import-line-number = Zeile { $line }
import-more = und { $count } weitere
import-question = { $count ->
    [one] Diesen Hostnamen hinzufügen? [y/N]
    *[other] Diese { $count } Hostnamen hinzufügen? [y/N]
}
import-not-added = Nichts wurde hinzugefügt. Zum Hinzufügen: homeport import FILE --yes
import-added = { $count ->
    [one] Ein Hostname wurde hinzugefügt.
    *[other] { $count } Hostnamen wurden hinzugefügt.
} Beenden Sie { $client } jetzt: zwei Programme für einen Namen kommen sich in die Quere.
terminal-hosts = Geheimnisse gehen an: { $hosts }
terminal-unverified-hosts = Dieser Anbieter stammt aus einer eigenen Datei; niemand hat ihn geprüft. Geheimnisse gehen an: { $hosts }
command-file-happened = { $file } ließ sich nicht lesen: { $reason }.
command-file-means = Nichts wurde getan.
command-file-do = Prüfen Sie den Pfad und wer die Datei lesen darf.
command-no-file-happened = { $file } ist eine Verknüpfung, ein Ordner oder ein Gerät.
command-no-file-means = Nichts wurde gelesen.
command-no-file-do = Geben Sie den Pfad der Datei selbst an.
own-provider-happened = { $file }, Zeile { $line }, { $field }: { $problem }.
own-provider-means = Die Datei ist so nicht verwendbar.
own-provider-do = Berichtigen Sie sie, und prüfen Sie sie erneut.
own-provider-examples = { $count ->
    [0] Die Datei hat kein Beispiel. Fügen Sie mindestens eine gute und eine ablehnende Antwort hinzu.
    *[other] { $right } von { $count } Beispielen stimmen.
}
own-provider-typed = Sein Server wird in das Formular getippt; Geheimnisse gehen dorthin und sonst nirgends hin.
own-provider-next = Legen Sie die Datei in den Ordner „providers“ neben den Einstellungen, und starten Sie Homeport neu, um sie zu verwenden.
