### Every text that a person can read. One id a line, grouped by where it is shown.
### Two short sentences at most, no "please", no blame, no exclamation marks; "we" is Homeport.


## Tray

tray-title = Homeport
tray-tooltip = Homeport: { $headline }
tray-address = { $family } { $address }
tray-address-copy = { $family } { $address } – copiar
tray-hostname = { $name } – { $words }
tray-more = y { $count } más
tray-add = Añadir un nombre de host…
tray-check = Comprobar y actualizar ahora
tray-check-wait = Comprobar y actualizar ahora – recién hecho
tray-checking = Comprobando…
tray-pause = Pausa
tray-pause-hour = Durante 1 hora
tray-pause-tomorrow = Hasta mañana
tray-pause-resumed = Hasta que lo reanude
tray-resume = Reanudar actualizaciones
tray-open = Abrir Homeport
tray-settings = Ajustes
tray-diagnostics = Ejecutar diagnóstico
tray-quit = Salir (sin más actualizaciones)

## Notifications

notice-changed = { $addresses ->
    [one] Nueva dirección { $address }
    *[other] Nuevas direcciones { $address }
}
notice-changed-one = { $hostname } está al día.
notice-changed-many = { $count } nombres de host actualizados.
notice-recovered = Todo en orden tras { $span }
notice-recovered-one = { $hostname } vuelve a estar al día.
notice-minutes = { $count ->
    [one] 1 minuto
    *[other] { $count } minutos
}
notice-hours = { $count } horas
notice-first-close = Homeport sigue funcionando
notice-first-close-body = { $system ->
    [windows] Su casa está abajo a la derecha de la pantalla, quizá tras la flecha. Si lo cierra allí, las actualizaciones se detienen.
    [macos] Su casa está en la barra de menús. Si lo cierra allí, las actualizaciones se detienen.
    *[other] Su casa está en la bandeja. Si lo cierra allí, las actualizaciones se detienen.
}
notice-trial = Una prueba de Homeport
notice-trial-body = Las notificaciones aparecen. Confírmelo en la ventana.
notice-problem = { $means } { $cure }
notice-summary = { $count ->
    [one] 1 mensaje más en la última hora
    *[other] { $count } mensajes más en la última hora
}
notice-summary-changes = { $count ->
    [one] La dirección cambió una vez más en la última hora
    *[other] La dirección cambió { $count } veces más en la última hora
}

## Settings file: what is wrong, and (-do) what to do. Shown as "settings.toml, line 3, FIELD: WHAT; CURE".

settings-not-toml = esto no es TOML: { $reason }
settings-not-toml-do = corrija esta línea; los textos van entre comillas y cada [tabla] tiene su propia línea
settings-no-version = falta la versión del archivo
settings-no-version-do = escriba version = 1 en la primera línea, o vuelva a settings.toml.previous
settings-newer = el archivo es de la versión { $found }, y este Homeport lee hasta la versión 1
settings-newer-do = actualice Homeport, o vuelva a settings.toml.previous
settings-bad-version = no existe la versión { $found }
settings-bad-version-do = escriba version = 1
settings-type = el valor es del tipo equivocado
settings-type-do = tiene que ser { $expected }
settings-missing = falta { $key }
settings-missing-do = añada una línea { $key } = "…"
settings-unknown-key = Homeport no conoce { $key }
settings-unknown-key-do = escriba { $near }, o quite la línea
settings-unknown-key-far = Homeport no conoce { $key }
settings-unknown-key-far-do = quite la línea; aquí se conocen: { $known }
settings-account-id = "{ $found }" no puede nombrar una cuenta
settings-account-id-do = use de 1 a 64 letras, dígitos, - y _
settings-account-twice = hay otra cuenta con el identificador { $found }
settings-account-twice-do = dé a cada cuenta su propio identificador
settings-unknown-provider = Homeport no conoce al proveedor { $found }
settings-unknown-provider-do = escriba { $near }, o búsquelo con: homeport providers
settings-unknown-provider-far = Homeport no conoce al proveedor { $found }
settings-unknown-provider-far-do = búsquelo con: homeport providers
settings-unknown-field = { $provider } no tiene el campo { $key }
settings-unknown-field-do = escriba { $near }, o quite la línea
settings-unknown-field-far = { $provider } no tiene el campo { $key }
settings-unknown-field-far-do = quite la línea; aquí se conocen: { $known }
settings-no-fields = { $provider } no tiene el campo { $key }
settings-no-fields-do = quite la línea
settings-secret-field = { $key } es secreto, y los secretos nunca están en este archivo
settings-secret-field-do = quite la línea y dé el secreto de { $account } a Homeport en la ventana; cree uno nuevo si otros pudieron leer este archivo
settings-bad-field = { $reason }
settings-bad-field-do = compárelo con: homeport providers { $provider }
settings-lacking-field = { $provider } necesita el campo { $key }
settings-lacking-field-do = añada { $key } = "…" bajo [account.fields]
settings-bad-hostname = { $reason }
settings-bad-hostname-do = escriba el nombre completo, como home.example.org
settings-hostname-twice = { $found } está dos veces en el archivo
settings-hostname-twice-do = quite uno de los dos
settings-no-account = no existe la cuenta { $found }
settings-no-account-do = escriba { $near }, o añada una [[account]] con este identificador
settings-no-account-far = no existe la cuenta { $found }
settings-no-account-far-do = añada una [[account]] con este identificador
settings-same-account = { $found } ya lleva este nombre de host
settings-same-account-do = nombre otra cuenta, o quite standby
settings-no-standby = habla de un suplente, y no hay ninguno
settings-no-standby-do = añada standby = "CUENTA", o quítelo
settings-standby-twice = { $found } ya lo lleva otra entrada
settings-standby-twice-do = escriba un nombre que no tenga otra entrada
settings-bad-span = "{ $found }" no es un plazo de 5 minutos a 7 días
settings-bad-span-do = escriba un número y m, h o d: "30m", "2h", "1d"
settings-bad-device = "{ $found }" no nombra ningún equipo
settings-bad-device-do = escriba el final de su dirección ("::1234") o su dirección MAC ("02:11:22:33:44:55")
settings-bad-address = "{ $found }" no es una dirección { $family }
settings-bad-address-do = escriba una dirección { $family }, o quite la línea para que se detecte
settings-bad-command = falta el programa
settings-bad-command-do = escriba primero la ruta del programa y después sus argumentos
settings-bad-url = esto no es una dirección web
settings-bad-url-do = escriba la dirección completa, como https://echo.example.org/
settings-url-secret = la dirección contiene un nombre o una contraseña, y los secretos nunca están en este archivo
settings-url-secret-do = use un servicio que no los necesite
settings-proxy-secret = la dirección contiene un nombre o una contraseña, y los secretos nunca están en este archivo
settings-proxy-secret-do = use un proxy sin contraseña, o defina HTTPS_PROXY
settings-bad-proxy = esto no es la dirección de un proxy
settings-bad-proxy-do = escriba http://host:puerto
settings-bad-placeholder = no existe el marcador «{ $found }»
settings-bad-placeholder-do = use hostname, family, address y old, cada uno entre dobles llaves
settings-plain-http = http:// lo puede leer cualquiera en el camino, así que solo vale para este equipo y esta red
settings-plain-http-do = escriba https://
settings-bad-stun = esto no es un servidor STUN
settings-bad-stun-do = escriba su nombre o dirección y su puerto, como stun.example.org:3478
settings-bad-dns = esto no es una fuente DNS
settings-bad-dns-do = escriba NAME@SERVER:PORT, como myip.example.org@192.0.2.53:53
settings-bad-home = "{ $found }" no es una red
settings-bad-home-do = escriba la dirección MAC del router y la subred, como "aa:bb:cc:dd:ee:ff/192.168.1.0/24"
settings-bad-nameserver = "{ $found }" no es la dirección de un servidor de nombres
settings-bad-nameserver-do = escriba su dirección y su puerto, como "192.0.2.53:53"
settings-bad-choice = "{ $found }" no es una de las opciones
settings-bad-choice-do = elija entre: { $known }
## Headlines of the status page, the tray and `homeport status`

headline-ok = { $count ->
    [one] { $host } está al día
    *[other] Los { $count } nombres de host están al día
}
headline-ok-detail = Probado en los servidores de nombres de { $count ->
    [one] su zona.
    *[other] sus zonas.
}
headline-practice-detail = Probado en el servidor de prácticas de este equipo.
headline-empty = Aún no hay nombre de host
headline-empty-detail = Añada el nombre que debe llevar a su casa.
headline-looking = Buscando su dirección…
headline-updating = Actualizando { $host }…
headline-working-detail = Tarda un momento.
headline-paused = Las actualizaciones están en pausa
headline-paused-detail = Su DNS queda como está hasta que las reanude.
headline-paused-until-detail = Su DNS queda como está. Seguimos por nuestra cuenta.
headline-offline = Esperando a internet
headline-offline-detail = Su DNS queda como estaba. Seguimos en cuanto vuelva la conexión.

## Address cards

address-agreed = { $here ->
    [yes] { $count ->
        [0] dirección propia de este equipo
        [one] este equipo y { $names }
        *[other] este equipo y { $count } servicios coinciden
    }
    *[no] { $count ->
        [one] { $names }
        *[other] { $count } servicios coinciden
    }
}
address-absent = Esta red no tiene una dirección así.
address-own-only = Sin internet: la dirección propia de este equipo.
verdict-direct = Directa
verdict-behind-nat = Tras un router
verdict-cgnat = Compartida
verdict-not-here = Aquí no
verdict-unknown = No seguro
verdict-own-only = Solo aquí
why-not-yet-asked = Aún sin preguntar.
why-no-route = No hay salida a internet.
why-no-answer = Ningún servicio respondió.
why-no-dns = No se pudo resolver ningún nombre.
why-one-witness = Solo un servicio respondió: { $address }.
why-disagree = Los servicios nombran direcciones distintas: { $addresses }.
why-captive-portal = La red respondió con una página web.
why-shared = { $address } la comparte su proveedor de internet.
why-not-public = { $address } no es accesible desde fuera.
why-no-lasting-address = Solo hay direcciones efímeras.
why-not-pinned = No hay dirección duradera con el final elegido.

## What each source said, and what was made of it

source-believed = Dio { $address }, como se acordó.
source-outvoted = Dio { $address }; otros acordaron otra dirección.
source-disputed = Dio { $address }; no hubo acuerdo.
source-alone = Dio { $address }, y nadie más.
source-not-public = Dio { $address }, que no es una dirección pública.
source-sign = Dio { $address }, solo como indicio.
source-no-answer = No respondió.
source-no-dns = No se pudo resolver su nombre.
source-tls = Se rechazó su certificado: { $reason }.
source-not-an-address = Respondió algo que no es una dirección.
source-other-family = Respondió con una dirección del otro tipo.
source-status = Respondió con el estado { $reason }.
source-none = No tiene esa dirección.

## How a change behind the router is noticed

lookout-tells = El router { $router } da { $external }, mediante { $names }.
lookout-behind = El router { $router } da { $external }, e internet ve otra dirección: hay otra traducción de direcciones (NAT) en el camino.
lookout-nameless = El router { $router } no da ninguna dirección pública: hay otra traducción de direcciones (NAT) en el camino.
lookout-pulses = El router no avisa de nada, así que de vez en cuando se pregunta a un servidor STUN.
lookout-silent = El router { $router } no avisa de nada.
lookout-direct = Aquí ningún cambio queda oculto tras un router.

## Rows of hostnames

row-ok = Al día
row-paused = En pausa
row-held = En espera
row-sending = Actualizando
row-accepted = Aceptado, pronto en DNS
row-unsure = Sin confirmar
row-offline = Esperando a internet
row-waiting = Esperando una dirección
row-nothing = Aquí no hay dirección
row-attention = Mire aquí
row-auth-rejected = Token rechazado
row-auth-scope = Falta un permiso
row-host-not-found = Desconocido para el proveedor
row-not-yours = Pertenece a otra persona
row-blocked = Bloqueado por el proveedor
row-client-refused = Homeport fue rechazado
row-bad-request = No aceptado
row-rate-limited = Demasiadas peticiones, esperando
row-provider-down = El proveedor no responde
row-provider-unknown = Respuesta no entendida
row-not-in-dns = No está en DNS
row-foreign-change = Cambiado por otro
row-keychain-locked = El llavero está bloqueado
row-keychain-absent = Sin llavero
row-keychain-denied = El llavero negó el acceso
row-secret-missing = Falta el token
row-tls-trust = Conexión no fiable
row-no-dns = Sin DNS
row-standby = Lo lleva el suplente
standby-ready = Listo

## Chips: the state of one record

chip-verified = probado
chip-accepted = pronto en DNS
chip-proxied = tras el proxy del proveedor
chip-sending = actualizando
chip-holding = en espera
chip-unsure = sin confirmar
chip-wrong = incorrecto
chip-offline = sin internet
chip-off = desactivado
chip-not-here = aquí no

## Buttons of problems

button-check-now = Comprobar ahora
button-try-again = Reintentar
button-replace-secret = Cambiar token
button-open-provider = Abrir { $provider }
button-edit-hostname = Editar nombre de host
button-run-diagnostics = Ejecutar diagnóstico
button-resume = Reanudar
button-this-is-home = Esta también es mi casa
button-open-token-page = Abrir la página del token
button-take-over = Tomar el control
button-leave-alone = Dejárselo al otro
button-open-sign-in = Abrir la página de acceso
button-use-vpn = Usar la dirección de la VPN
button-choose-sources = Fuentes de la dirección
button-unlock = Desbloquear
button-keep-in-memory = Guardar en memoria hasta salir
button-ipv6-only = Usar solo IPv6
button-ipv6-off = Desactivar IPv6
button-how-known = Cómo lo sabemos
button-update-here = Actualizar una vez
button-who-else = ¿Quién más lo actualiza?
button-details = Detalles
button-show-zones = Ver mis dominios

## Problems: what happened, what it means, what to do

fault-offline-happened = Este equipo no tiene conexión a internet.
fault-offline-means = No se puede comprobar ni actualizar nada. Su DNS queda como estaba.
fault-offline-do = Seguimos por nuestra cuenta cuando vuelva.
fault-no-dns-happened = No se pueden resolver nombres.
fault-no-dns-means = Hay conexión, pero su DNS no responde. Su DNS queda como estaba.
fault-no-dns-do = Lo reintentamos por nuestra cuenta. Si dura, reinicie el router.
fault-captive-happened = La red respondió con una página web en vez de su dirección.
fault-captive-means = Probablemente es una Wi-Fi con página de acceso. No se cambió nada.
fault-captive-do = Inicie sesión en la Wi-Fi y compruebe de nuevo.
fault-tls-trust-happened = No se pudo verificar la conexión segura con { $provider }.
fault-tls-trust-means = Un filtro lee el tráfico, o el reloj de este equipo está mal. No se envió ningún token.
fault-tls-trust-do = Compruebe el reloj y permita Homeport en el filtro.
fault-vpn-active-happened = Hay una VPN ({ $name }) activa.
fault-vpn-active-means = Su dirección visible es de la VPN, no de su casa. Las actualizaciones esperan.
fault-vpn-active-do = { $why ->
    [cannot-bind] Este sistema no puede mirar al lado de una VPN. Desactívela, o elija vpn = "hold" o "through".
    [no-way-beside] No hay salida al lado de la VPN. Conéctese a su red, o desactive la VPN.
   *[held] Desactívela, use su dirección, o háganos mirar a su lado (vpn en los ajustes).
}
fault-not-home-happened = { $why ->
    [not-told] No se puede saber qué red es esta.
   *[away] Fuera de casa: { $name } no es una de sus redes de casa.
}
fault-not-home-means = Actualizar ahora haría que sus nombres apunten aquí. Las actualizaciones esperan.
fault-not-home-do = Nada, salvo que esto también sea su casa: entonces añádala a las redes de casa.
fault-ip-disagree-happened = Los servicios dan direcciones distintas ({ $addresses }).
fault-ip-disagree-means = No sabemos con seguridad cuál es la suya, así que no tocamos el DNS.
fault-ip-disagree-do = Suele resolverse en minutos. Si no, desactive proxies y VPN.
fault-one-witness-happened = Solo un servicio da su dirección ({ $address }).
fault-one-witness-means = Una dirección nueva se publica solo si dos coinciden. No se tocó el DNS.
fault-one-witness-do = Nada. Volvemos a preguntar por nuestra cuenta.
fault-cgnat-happened = { $why ->
    [double] Su router está detrás de otro router.
   *[carrier] Su proveedor de internet comparte una dirección IPv4 entre muchos clientes.
}
fault-cgnat-means = { $known ->
    [router] { $address } no es accesible desde fuera por IPv4.
    [world] Su router no da ninguna dirección pública, el mundo ve { $seen }. El registro se mantiene, pero las conexiones de fuera no llegan por IPv4.
   *[both] Su router tiene { $address }, el mundo ve { $seen }. El registro se mantiene, pero las conexiones de fuera no llegan por IPv4.
}
fault-cgnat-do = { $why ->
    [double] Ponga el primer router en modo puente, redirija los puertos en ambos, o use IPv6.
   *[carrier] Use IPv6 si la tiene, o pida a su proveedor de internet una dirección IPv4 pública.
}
fault-ipv6-none-happened = No se encontró una dirección IPv6 duradera.
fault-ipv6-none-means = Solo hay direcciones efímeras, o ninguna. El registro AAAA quedó como estaba.
fault-ipv6-none-do = Desactive IPv6 para el nombre de host si esta red no la tiene.
fault-keychain-locked-happened = El llavero está bloqueado.
fault-keychain-locked-means = El token de { $host } está seguro dentro, pero no podemos leerlo. Las actualizaciones esperan.
fault-keychain-locked-do = Desbloquéelo. Lo reintentamos por nuestra cuenta.
fault-keychain-absent-happened = No se encontró ningún llavero.
fault-keychain-absent-means = No se puede leer el token de { $host }, y nunca guardamos tokens en un archivo.
fault-keychain-absent-do = Instale o inicie gnome-keyring o KWallet. En un servidor, use las credenciales de systemd.
fault-keychain-denied-happened = El llavero negó el acceso.
fault-keychain-denied-means = No se puede leer el token de { $host }. Las actualizaciones esperan.
fault-keychain-denied-do = Permita Homeport en el llavero y reintente.
fault-secret-missing-happened = El token de { $host } ya no está en el llavero.
fault-secret-missing-means = Otro programa lo borró. Las actualizaciones de esta cuenta esperan.
fault-secret-missing-do = Pegue el token de nuevo.
fault-auth-rejected-happened = { $provider } no aceptó el token para { $host }.
fault-auth-rejected-means = Está mal escrito, borrado o caducado. Dejamos de intentarlo para que no le bloqueen.
fault-auth-rejected-do = Cree un token nuevo y péguelo.
fault-auth-scope-happened = El token no puede cambiar { $host } en { $provider }.
fault-auth-scope-means = Falta un permiso o una función de pago. Dejamos de intentarlo.
fault-auth-scope-do = Añada el permiso en { $provider } y reintente; el token sigue siendo el mismo.
fault-host-not-found-happened = { $provider } no tiene el nombre { $host } en esta cuenta.
fault-host-not-found-means = Se borró, caducó o allí se escribe de otro modo. Dejamos de intentarlo.
fault-host-not-found-do = Compruébelo en { $provider } y reintente.
fault-not-yours-happened = { $host } no pertenece a esta cuenta en { $provider }.
fault-not-yours-means = Solo su dueño puede cambiarlo. Dejamos de intentarlo.
fault-not-yours-do = Compruebe la cuenta y el nombre y reintente.
fault-blocked-happened = { $provider } ha bloqueado { $host }.
fault-blocked-means = Llegaron demasiadas actualizaciones, quizá de otro programa o de un router. Dejamos de intentarlo.
fault-blocked-do = Desbloquéelo primero en { $provider } y reintente.
fault-client-refused-happened = { $provider } rechaza esta versión de Homeport.
fault-client-refused-means = Seguir podría hacer que le bloqueen, así que paramos.
fault-client-refused-do = Actualice Homeport y reintente.
fault-bad-request-happened = { $provider } no aceptó la actualización de { $host }.
fault-bad-request-means = Un ajuste no encaja. Repetir lo mismo no ayudaría, así que paramos.
fault-bad-request-do = Compruebe los ajustes del nombre de host y reintente.
fault-rate-limited-happened = { $provider } nos pide esperar antes de actualizar { $host }.
fault-rate-limited-means = Llegaron demasiadas actualizaciones por ahora. Su dirección anterior sigue en DNS hasta entonces.
fault-rate-limited-do = Nada. Esperamos lo que pidan y seguimos por nuestra cuenta.
fault-provider-down-happened = { $provider } no responde para { $host }.
fault-provider-down-means = El problema es suyo; su internet funciona. La dirección anterior sigue en DNS.
fault-provider-down-do = Nada. Lo reintentamos por nuestra cuenta.
fault-provider-unknown-happened = { $provider } respondió algo que no entendemos para { $host }.
fault-provider-unknown-means = No lo contamos como éxito. El próximo intento llega más tarde, para que no le bloqueen.
fault-provider-unknown-do = Mire la respuesta en Actividad: quizá diga qué falla. Corríjalo y reintente.
fault-uncertain-happened = No pudimos confirmar la actualización de { $host }.
fault-uncertain-means = Se perdió la respuesta de { $provider }. Puede haber funcionado; el DNS lo dirá.
fault-uncertain-do = Nada. Preguntamos a sus servidores de nombres.
fault-not-in-dns-happened = { $host } no está en DNS como { $provider } lo aceptó.
fault-not-in-dns-means = Sus servidores de nombres dicen { $found } en vez de { $expected }.
fault-not-in-dns-do = Los proveedores pueden tardar minutos. Si dura, mire el registro en { $provider }.
fault-foreign-change-happened = Otra cosa cambió { $host } a { $found }.
fault-foreign-change-means = Otro actualizador, a menudo el router, también gestiona este nombre. No lo tocamos.
fault-foreign-change-do = Desactive uno de los dos, o tome el control para ponerlo en { $expected }.
fault-settings-broken-happened = El archivo de ajustes tiene un error.
fault-settings-broken-means = { $message }. Siguen en vigor los últimos ajustes buenos.
fault-settings-broken-do = Corrija el archivo y guárdelo.
fault-store-broken-happened = { $newer ->
    [yes] Un Homeport más nuevo escribió los datos.
    *[no] Había datos guardados dañados.
}
fault-store-broken-means = { $newer ->
    [yes] { $file } no se toca, y este Homeport guarda sus datos al lado. No cambió nada en DNS.
    *[no] Se apartaron como { $file }, y no cambió nada en DNS.
}
fault-store-broken-do = { $newer ->
    [yes] Instale de nuevo el Homeport más nuevo, o siga con este.
    *[no] Nada, salvo que se repita: entonces compruebe el disco.
}
fault-disk-full-happened = Homeport no puede escribir sus datos.
fault-disk-full-means = El motivo: { $message }. Las actualizaciones siguen desde la memoria.
fault-disk-full-do = Haga sitio en el disco. Lo reintentamos por nuestra cuenta.
fault-watcher-down-happened = No se nos avisa de los cambios de la red.
fault-watcher-down-means = El sistema dice: { $message }. Un cambio se ve en un minuto en vez de al instante.
fault-watcher-down-do = Nada. Reiniciamos el vigilante por nuestra cuenta.


## The state and the settings on the disk. The first group stands behind "cannot be written: ".

store-full = el disco está lleno
store-read-only = el disco es de solo lectura
store-denied = el sistema niega el acceso a la carpeta
store-busy = otro programa usa el archivo
store-damaged = el archivo está dañado
store-refused = el sistema dice: { $reason }

store-settings-gone = settings.toml no está; vuelva a ponerlo, o use settings.toml.previous
store-settings-folder = settings.toml es una carpeta; quítela de ahí
store-settings-link = settings.toml es un enlace simbólico, y el dueño de su destino podría cambiarlo; ponga ahí el archivo mismo
store-settings-owner = settings.toml es de otro usuario; hágalo suyo, o sustitúyalo por una copia
store-settings-special = settings.toml no es un archivo de ajustes; quítelo de ahí
store-settings-unreadable = no se puede leer settings.toml: { $reason }
settings-not-text = el archivo no es texto en UTF-8
settings-not-text-do = guárdelo en UTF-8, o vuelva a settings.toml.previous

## Window
window-name = Homeport
window-pages = Páginas
window-page-status = Estado
window-page-activity = Actividad
window-page-network = Red
window-page-settings = Ajustes
window-page-help = Ayuda
window-problems = { $count ->
    [one] 1 problema
    *[other] { $count } problemas
}
window-close = Cerrar
window-cancel = Cancelar
window-more-for = Más sobre { $hostname }
window-copied = Copiado
window-copy-failed = Este sistema no nos dejó copiar.
window-reason-happened = Homeport no respondió.
window-reason-means = Quizá se esté reiniciando; no se cambió nada.
window-reason-do = Reintente en un momento.
window-starting = Iniciando Homeport…
window-starting-detail = Tarda un segundo. Sus nombres quedan como están.
window-failed = No se pudo iniciar Homeport
window-failed-do = Reinstale Homeport, o inícielo en un terminal con «homeport run» para ver por qué.
window-failed-again = Reintentar
window-ended = Homeport se cerró; esperamos a que vuelva. Lo que ve es de { $time }.
window-stopped = Homeport está parado. Sus nombres no se mantienen al día.
window-stopped-start = Iniciar Homeport

window-check-now = Comprobar ahora
window-checking = Comprobando…
window-check-again-in = De nuevo en { $seconds } s
window-pause = Pausar actualizaciones
window-pause-hour = Durante 1 hora
window-pause-tomorrow = Hasta mañana
window-pause-resumed = Hasta que lo reanude
window-resume = Reanudar actualizaciones
window-addresses = Sus direcciones
window-copy-address = Copiar dirección { $family }
window-no-address = sin dirección
window-seen = vista { $ago }
window-hostnames = Nombres de host
window-add = Añadir nombre de host
window-since = desde { $time }
window-next-try = próximo intento { $time }
window-no-tray = Este escritorio no muestra iconos de bandeja. Homeport sigue; abra esta ventana desde sus aplicaciones.

window-row-try-again = Reintentar
window-row-update = Actualizar ahora
window-row-pause = Pausar
window-row-resume = Reanudar
window-row-remove = Quitar…
window-remove-title = ¿Quitar { $hostname } de Homeport?
window-remove-text = Homeport deja de actualizarlo. El registro DNS queda como está.
window-remove = Quitar
window-update-here-title = ¿Dirigir sus nombres de host a esta red?
window-update-here-text = Llevan aquí y no a casa hasta que este equipo vuelva a una red de casa. En la próxima red ajena Homeport vuelve a esperar.
window-update-here-confirm = Actualizar aquí
window-zones-title = Sus dominios
window-zones-text = El token ve estos dominios. { $host } tiene que estar en uno de ellos.
window-zones-none = El token funciona, pero no se nombra ningún dominio para él.

window-problem-try = próximo intento { $time }
window-problem-open = Ver qué hacer: { $problem }

window-practice-title = Pregunte usted al servidor de prácticas
window-practice-text = Funciona dentro de este equipo mientras { $hostname } esté aquí. Pegue esto en un terminal:
window-copy-command = Copiar orden

window-empty-title = Dos maneras de empezar
window-empty-add = Añadir su primer nombre de host
window-empty-add-text = Un nombre en un proveedor como deSEC, No-IP o Duck DNS, gratis o de pago.
window-empty-practice = Probar sin cuenta
window-empty-practice-text = Un proveedor de prácticas dentro de este equipo. Nada sale de él.
window-import-card = Venir de otro cliente
window-import-card-text = Tomar lo que ddclient, inadyn, ddns-go, No-IP o un router mantienen al día.
window-import-title = Tomar de otro cliente
window-import-text = Elija su archivo de ajustes. No se añade nada antes de que lo haya visto.
window-import-choose = Elegir archivo…
window-import-client = De quién es el archivo
window-import-recognise = Reconocido por sí solo
window-import-found = En este archivo de { $client }: { $count ->
    [0] nada que se pueda tomar
    [one] un nombre de host
   *[other] { $count } nombres de host
}
window-import-added = { $count ->
    [one] Se añadió un nombre de host
   *[other] Se añadieron { $count } nombres de host
}
window-import-left-out = No tomado
window-import-not-run = Listado, y nunca ejecutado
window-import-not-needed = No hace falta
window-import-guessed = (supuesto: compruébelo)
window-import-secret = { $key }: oculto, va al llavero
window-import-line = Línea { $line }:
window-import-more = y { $count } más
window-import-nothing-yet = Aún no se añadió nada.
window-import-add = { $count ->
    [one] Añadir este nombre de host
   *[other] Añadir { $count } nombres de host
}

window-activity-detail = Se guarda { $days } días en este equipo. Aquí nunca se escriben secretos.
window-activity-show = Mostrar
window-activity-all = Todo
window-activity-changes = Cambios
window-activity-problems = Problemas
window-activity-today = Hoy, { $date }
window-activity-yesterday = Ayer, { $date }
window-activity-folded = { $count ->
    [one] Comprobado, sin cambios
    *[other] Comprobado { $count } veces, sin cambios
}
window-activity-older = Mostrar anteriores
window-activity-none = Aún no ha pasado nada
window-activity-none-text = Cada cambio y cada problema será una línea aquí.
window-activity-none-kind = Nada de este tipo
window-weight-routine = Rutina
window-weight-change = Cambio
window-weight-warning = Mire aquí
window-weight-failure = Problema

window-network-detail = Lo que hay entre este equipo y sus nombres, comprobado paso a paso.
window-network-run = Comprobar todo
window-network-running = Comprobando…
window-network-waiting = Las comprobaciones preguntan a la red; tardan unos segundos.
window-network-checks = Comprobaciones
window-notification-test = Enviar una prueba
window-notification-asked = ¿Apareció una notificación?
window-notification-yes = Apareció
window-notification-no = No apareció nada
window-network-sum = { $passed } bien, { $look } por mirar
window-network-sum-skipped = { $passed } bien, { $look } por mirar, { $skipped } omitidas
window-check-pass = Bien
window-check-warn = Mire aquí
window-check-fail = Falló
window-check-skipped = Omitido

window-settings-detail = Cada cambio se aplica al instante.
window-settings-accounts = Cuentas
window-settings-no-account = Aún no hay cuenta
window-settings-no-account-text = El asistente crea una con su primer nombre de host.
window-settings-account = { $count ->
    [one] { $account } · 1 nombre de host
    *[other] { $account } · { $count } nombres de host
}
window-settings-places = Dónde está cada cosa
window-settings-file = Ajustes
window-settings-state = Historial y estado
window-settings-secrets = Tokens y contraseñas
window-settings-keychain = { $system ->
    [windows] En el Administrador de credenciales de Windows, nunca en un archivo.
    [macos] En su llavero de macOS, nunca en un archivo.
    *[other] En el llavero de su escritorio, nunca en un archivo.
}
window-settings-copy-path = Copiar la ruta: { $what }
window-settings-version = Versión
window-settings-theme = Colores
window-settings-tray = Bandeja
window-autostart = Iniciar al entrar en la sesión
window-autostart-on = La entrada está ahí: { $place }
window-autostart-off = Nada se actualiza hasta que abra Homeport.
window-autostart-stale = La entrada inicia otra cosa: { $program }. Actívelo para corregirla.
window-autostart-managed = systemd lo inicia. Para apagarlo: systemctl --user disable homeport
window-autostart-hidden = Sin ventana
window-autostart-hidden-text = Solo aparece la casa en la bandeja.
window-tray-shown = La casa está en su bandeja.
window-tray-none = Homeport funciona sin icono de bandeja.

window-way-title = El camino de su dirección
window-way-computer = Este equipo
window-way-router = Router
window-way-tunnel = VPN
window-way-internet = Internet
window-way-dns = Servidores DNS
window-way-world = Mundo
window-way-no-route = sin salida
window-way-accepted = aceptado { $time }
window-way-servers = { $right } de { $count } { $count ->
    [one] servidor
   *[other] servidores
}
window-way-soon = pronto
window-way-old = dirección anterior
window-way-seen = también la ve
window-way-left = quedan { $seconds } s
window-way-caches-until = Hasta entonces, las cachés pueden mostrar el valor anterior.
window-way-cut = El camino está cortado antes de esta estación.
window-way-hold = Las actualizaciones esperan antes de esta estación.
window-way-is-ok = En orden.
window-way-is-waiting = En camino.
window-way-is-old = Tiene el valor anterior.
window-way-is-unsure = Mire aquí.
window-way-is-none = Sin uso.
window-way-clear = El camino a casa está libre
window-way-moving = La nueva dirección está en camino
window-way-doubtful = Mire aquí: { $station }
window-way-ends-at = El camino termina en: { $station }
window-way-held-at = En espera antes de: { $station }
window-way-about = Para { $hostname }, comprobado { $ago }.
window-way-which = Nombre de host

window-host-where = Dónde está el cambio ahora
window-host-record = Registro
window-host-servers = Qué dice cada servidor de nombres
window-server-name = Servidor de nombres
window-server-answer = Respuesta
window-server-silent = Sin respuesta: { $why }
window-server-empty = sin dirección
window-server-right = Correcto:
window-server-wrong = Distinto:
window-host-kept = Qué se mantiene al día
window-host-ttl = { $word }; las cachés lo guardan { $seconds } s
window-host-access = Acceso
window-host-remove = Quitar de Homeport
window-host-remove-text = El registro DNS queda como está.
window-standby-title = Suplente
window-standby-text = Mantiene el nombre mientras { $provider } no puede, y desde entonces queda al día.
window-standby-serves = lo lleva ahora
window-standby-since = lo lleva desde { $time }
window-standby-from = lo llevará desde { $time }
window-standby-waits = no hace falta ahora
window-standby-row = suplente { $provider }
window-standby-row-from = { $provider } desde { $time }
window-standby-row-fault = suplente { $provider }: { $words }
window-row-open = Detalles

window-time-title = Su dirección a lo largo del tiempo
window-time-held = Cuánto duró cada dirección
window-time-family = Dirección
window-time-range = Periodo
window-time-days = { $days } días
window-time-none = Aún no hay nada que dibujar. El primer cambio de su dirección estará aquí.
window-time-sum = Dibujo: { $addresses ->
    [one] 1 dirección
    *[other] { $addresses } direcciones
}, { $outages ->
    [0] ninguna interrupción
    [one] 1 interrupción
    *[other] { $outages } interrupciones
} en { $days } días
window-time-today = hoy
window-time-now = { $span } hasta ahora
window-time-all = Mostrar todo ({ $count })

window-activity-lines = Qué ocurrió
window-activity-hostname = Nombre de host
window-activity-every = Todos los nombres de host
window-activity-sent = { $count ->
    [0] Homeport no envió ninguna actualización de { $host } en las últimas 24 horas.
    [one] Homeport envió una actualización de { $host } en las últimas 24 horas.
   *[other] Homeport envió { $count } actualizaciones de { $host } en las últimas 24 horas.
} Cualquier otro cambio vino de otra parte: de otro programa, de un router o de la página del proveedor.
window-activity-search = Buscar
window-activity-copy = Copiar estas líneas
window-activity-when = cuándo
window-activity-request = enviado
window-activity-answer = respuesta
window-activity-details = Detalles
window-activity-hidden = Los secretos están ocultos.
window-report = Informe
window-report-text = Esto es todo. No se envía nada: guárdelo o cópielo y déselo a quien quiera.
window-report-hide = Ocultar nombres y direcciones
window-report-hide-text = Se convierten en host-1 y address-1. Los secretos nunca están aquí.
window-report-copy = Copiar el informe
window-report-save = Guardar como archivo
window-report-making = Las comprobaciones están en marcha; tarda unos segundos.
window-saved = Guardado: { $path }
window-report-title = Informe para soporte
window-network-copy = Copiar los resultados

window-settings-sections = Secciones
window-settings-general = General
window-settings-notifications = Notificaciones
window-settings-network = Casa y VPN
window-settings-sources = Su dirección
window-settings-advanced = Avanzado
window-icon-title = Icono de la bandeja
window-icon-monochrome = Un color
window-icon-color = En color
window-log-title = Registro
window-log-text = Cuánto va a la salida de errores o al diario del sistema. --log tiene prioridad.
window-proxy-title = Proxy para proveedores
window-proxy-text = http://host:puerto, sin contraseña. Vacío: lo que diga el sistema.
window-proxy-echo = Preguntar también la dirección por él
window-proxy-echo-text = Los servicios ven entonces la dirección del proxy, rara vez la de su casa.
window-stun-metered = STUN en conexión de uso medido
window-stun-metered-text = 48 bytes por pregunta, como mucho una cada 30 segundos.
window-nameservers-title = Servidores de nombres propios
window-nameservers-text = Se les pide la prueba en lugar de a los de la zona. Una dirección por línea, con puerto si no es 53. Vacío: los de la zona.
window-nameservers-wrong = La línea { $line } no es una dirección: { $text }
window-apply = Aplicar
window-webhook-title = Webhook
window-webhook-text = Por cada cambio comprobado en el DNS, este servidor recibe un mensaje, una vez.
window-webhook-set = Va a { $server }
window-webhook-url = Dirección
window-webhook-url-text = https://… Puede ser un secreto, así que no se vuelve a mostrar. Vacío: la que está puesta.
window-webhook-method = Método
window-webhook-body = Texto
window-webhook-body-text = Marcadores: { $names }. Vacío: todos como JSON.
window-webhook-test = Enviar una prueba
window-webhook-tested = El servidor la aceptó.
window-settings-language = Idioma
window-language-system = Sistema ({ $language })
window-theme-system = Sistema
window-theme-light = Claro
window-theme-dark = Oscuro
window-notify-title = Avisarme
window-notify-all = Todo
window-notify-needs-me = Lo que me necesita
window-notify-none = Nada
window-notify-all-text = Direcciones nuevas y lo que le necesita. Como mucho tres por hora.
window-notify-needs-me-text = Solo aquello en lo que usted tiene que hacer algo.
window-notify-none-text = La bandeja y esta ventana siguen mostrando cada problema.
window-vpn-title = Mientras haya una VPN activa
window-vpn-hold = Esperar
window-vpn-through = Usarla
window-vpn-physical = Rodearla
window-vpn-hold-text = Sus nombres siguen apuntando a casa; las actualizaciones esperan.
window-vpn-through-text = Sus nombres apuntan a la dirección de la VPN.
window-vpn-physical-text = Preguntamos por su propia línea, donde el sistema lo permite.
window-home-title = Redes de casa
window-home-some = Las actualizaciones ocurren solo en estas redes.
window-home-none = Las actualizaciones ocurren en todas las redes.
window-home-remove = Quitar { $network }
window-home-here = Esta red
window-home-here-text = Está en { $network }.
window-home-add = Añadir a las redes de casa
window-source-router = Router
window-source-router-text = Se le pregunta primero, solo en esta red.
window-source-stun = Servidores STUN
window-source-stun-text = Como los usan las videollamadas.
window-source-http = Servicios web
window-source-http-text = Varios, y nunca dos del mismo operador para una respuesta.
window-source-dns = Servicios DNS
window-source-dns-text = Servidores de nombres que responden quién pregunta.
window-source-interface = Este equipo
window-source-interface-text = Direcciones que están en este mismo equipo.
window-settings-backup = Copia de seguridad
window-settings-backup-text = Una copia de todos los ajustes, para este equipo u otro. Los secretos y el webhook no están en ella.
window-backup-save = Guardar una copia
window-backup-restore = Restaurar una copia
window-backup-lacking = Restaurado. Aún sin token aquí para: { $accounts }
window-settings-quit = Mientras Homeport no funciona, no se actualiza nada. Quitar Homeport deja su DNS como está.
window-undo = Deshacer
window-undo-text = Cambiado: { $what }

window-replace = Cambiar token
window-replace-title = Nuevo acceso para { $provider }
window-replace-text = Sustituye al guardado de { $account }. Las actualizaciones siguen al instante.
window-replace-until-quit = Aquí no hay llavero. Lo que escriba queda en memoria hasta que Homeport termine, y nunca se escribe en un archivo.
window-replace-save = Guardar
window-replace-none = { $provider } no necesita ningún secreto.

window-help-title = Teclas
window-help-pages = Estado, Actividad, Red, Ajustes
window-help-add = Añadir un nombre de host
window-help-check = Comprobar ahora
window-help-settings = Ajustes
window-help-back = Volver, o cerrar
window-help-this = Esta lista

window-field-show = Mostrar { $field }
window-field-hide = Ocultar { $field }
window-field-optional = opcional
window-field-missing = Hace falta { $field }.
window-field-pattern = Esto no encaja en «{ $field }». Copie todo, y nada más.
window-field-pattern-example = Esto no encaja en «{ $field }». Es como { $example }.
window-file-choose = Elegir archivo…
window-file-taken = El texto del archivo está en el campo.
window-file-too-long-happened = Este archivo es más largo que cualquier clave.
window-file-too-long-means = Tiene más de 64 KiB. No se ha tomado nada de él.
window-file-too-long-do = Elija el archivo que el proveedor creó para usted.
window-file-not-text-happened = Este archivo no es texto.
window-file-not-text-means = Un archivo de clave es texto en UTF-8. No se ha tomado nada de él.
window-file-not-text-do = Elija el archivo tal como se descargó, o pegue su texto.
window-file-not-read-happened = No se ha podido leer este archivo.
window-file-not-read-means = El sistema ha dicho: { $reason }.
window-file-not-read-do = Compruebe que puede abrirlo, o pegue su texto.
window-hostname-missing = Escriba el nombre que debe llevar a su casa.
window-hostname-wrong = Esto no es un nombre de host. Es como home.example.org.
window-family-missing = Active al menos uno de los dos.

window-wizard-step = { $name } · paso { $number } de { $of }
window-wizard-close = Cerrar y guardar borrador
window-wizard-back = Atrás
window-wizard-continue = Continuar
window-wizard-provider = Proveedor
window-wizard-access = Acceso
window-wizard-hostname = Nombre de host
window-wizard-test = Prueba
window-wizard-done = Listo

window-provider-title = ¿Qué nombre debe llevar a su casa?
window-provider-text = Escriba el que ya tiene y averiguamos quién lo gestiona, o busque un proveedor.
window-provider-search = Nombre de host o proveedor
window-provider-example = home.example.org
window-provider-found = { $provider } gestiona { $hostname }
window-provider-looking = Averiguando quién gestiona { $hostname }…
window-provider-not-found = No reconocimos quién gestiona { $hostname }. Elija su proveedor abajo.
window-provider-list = Proveedores
window-provider-no-match = Ningún proveedor tiene «{ $text }» en su nombre.
window-provider-choose = Elija primero un proveedor.
window-provider-unverified = su propio archivo

window-preflight = Antes de empezar
window-preflight-address = { $family }: { $verdict }

window-access-title = Dé a Homeport una llave de { $provider }
window-access-text = Puede cambiar los registros DNS que usted nombre, nada más.
window-access-text-plain = Lo que { $provider } pide antes de cambiar un registro.
window-access-none = { $provider } no necesita nada de usted aquí.
window-access-open = Abrir { $provider }
window-access-rights = Dele estos permisos, ninguno más:
window-access-which = Qué cuenta
window-access-saved = Guardada: { $account }
window-access-new = Otra cuenta
window-access-saved-text = Se usa de nuevo el acceso guardado. Nada que escribir.
window-access-kept = { $system ->
    [windows] Guardado en el Administrador de credenciales de Windows. Homeport nunca lo escribe en un archivo ni lo vuelve a mostrar.
    [macos] Guardado en su llavero de macOS. Homeport nunca lo escribe en un archivo ni lo vuelve a mostrar.
    *[other] Guardado en el llavero de su escritorio. Homeport nunca lo escribe en un archivo ni lo vuelve a mostrar.
}
window-token-checking = Comprobando el token…
window-token-go-on = Puede continuar: la prueba final mostrará si funciona.
window-token-needs = Necesita:

window-name-title = ¿Qué nombre, y adónde debe apuntar?
window-name-text = Solo se tocan los registros que active; el resto de la zona queda igual.
window-name-label = Nombre de host
window-name-below = Nombre
window-name-zone = Zona
window-name-zone-typed = Escribir el nombre completo
window-name-zone-help = Se mantendrá: { $hostname }. Escriba @ para la propia zona.
window-name-zone-empty = Escriba @ para la propia zona.
window-name-ipv4 = IPv4
window-name-ipv6 = IPv6
window-name-record-a = registro A
window-name-record-aaaa = registro AAAA
window-name-will-be = Será { $address }
window-name-own = Será la dirección propia de este equipo
window-name-unknown = Aún no se conoce; se pone en cuanto se sepa
window-name-not-here = Aquí no hay dirección duradera de este tipo. El registro queda como está.
window-name-create = Crear los registros que falten
window-name-create-text = Sin esto, Homeport solo cambia registros que existen.
window-name-only-here = Solo en esta red
window-name-only-here-text = En otro sitio, un café o un hotel, las actualizaciones esperan, para que su nombre nunca apunte allí.

window-test-title = Actualícelo una vez y observe
window-test-text = Esto es de verdad. Ve cada paso, y nada se oculta si uno falla.
window-test-start = Actualizar y comprobar
window-test-again = Reintentar
window-test-again-in = De nuevo en { $seconds } s
window-test-sent = Enviado a { $provider }
window-test-accepted = { $provider } lo aceptó
window-test-unchanged = { $provider } ya tiene esta dirección
window-test-reads-back = Sus servidores de nombres lo tienen
window-test-proxied = { $provider } lo cubre con su proxy
window-test-visible = Visible en el mundo
window-test-visible-caches = las cachés pueden tardar unos minutos más
window-test-visible-later = tarda hasta unos minutos; puede seguir
window-test-seconds = { $seconds } s
window-test-fix-access = Cambiar acceso
window-test-fix-hostname = Cambiar nombre de host
window-test-anyway = Añadir de todos modos
window-test-anyway-text = Homeport sigue intentándolo por su cuenta.
window-test-keep = Mantener al día
window-test-adding = Añadiendo…

window-done-title = { $hostname } lleva a casa
window-done-adding = { $hostname } está en buenas manos
window-done-text = Homeport lo mantiene así. Puede cerrar esta ventana.
window-done-text-tray = Homeport queda en la bandeja y lo mantiene así. Puede cerrar esta ventana.
window-done-where = { $system ->
    [windows] Lo encuentra abajo a la derecha de la pantalla, quizá tras la flecha.
    [macos] Lo encuentra en la barra de menús.
    *[other] Lo encuentra en su bandeja.
}
window-done-another = Añadir otro
window-done-kept = El acceso queda guardado para el próximo nombre en { $provider }.
window-done = Listo


## Provider forms

form-refused = { $problem }.
form-refused-means = No se envió ni guardó nada.
form-refused-cure = Corrija el campo marcado y reintente.
recognised-by-suffix = Los nombres bajo { $suffix } le pertenecen.
recognised-by-nameserver = La zona la sirve { $server }.

## Secrets that could not be stored

vault-locked-happened = El llavero está bloqueado.
vault-locked-means = El secreto no se guardó.
vault-locked-do = Desbloquee el llavero y reintente.
vault-absent-happened = Aquí no hay llavero.
vault-absent-means = El secreto no se guardó; no guardamos secretos en ningún otro sitio.
vault-absent-do = Instale o inicie gnome-keyring o KWallet, o use las credenciales de systemd en un servidor.
vault-denied-happened = El sistema negó el acceso al llavero.
vault-denied-means = El secreto no se guardó.
vault-denied-do = Permita Homeport en los ajustes del llavero y reintente.
vault-too-long-happened = El secreto es demasiado largo.
vault-too-long-means = El llavero de este sistema admite como mucho { $limit } caracteres.
vault-too-long-do = Compruebe que solo se pegó el secreto.
vault-read-only-happened = Los secretos de esta cuenta vienen de las credenciales de systemd.
vault-read-only-means = Podemos leerlos, no cambiarlos.
vault-read-only-do = Cambie la credencial en la unidad del servicio y reinicie el servicio.
vault-not-kept-happened = El llavero no conservó el secreto.
vault-not-kept-means = Al releerlo volvió otro valor.
vault-not-kept-do = Mire si otro programa cambia la entrada y reintente.

## Doctor: the title of each check, what was found, and (-do) what to do

doctor-settings = Archivo de ajustes
doctor-settings-right = Es correcto y nombra { $count ->
    [1] 1 nombre de host
    *[other] { $count } nombres de host
}.
doctor-settings-empty = No nombra ningún nombre de host.
doctor-settings-empty-do = Añada un nombre de host en la ventana, o con: homeport add.
doctor-settings-wrong = { $message }
doctor-settings-wrong-do = Corrija la línea, o vuelva a settings.toml.previous. Hasta entonces siguen en vigor los últimos ajustes buenos.
doctor-notification = Notificaciones
doctor-notification-untried = Solo usted puede decir si aparece una.
doctor-notification-seen = La prueba apareció.
doctor-notification-unseen = La prueba no apareció.
doctor-notification-unseen-do = { $system ->
    [windows] Permita Homeport en Configuración, Sistema, Notificaciones, y desactive «No molestar».
    [macos] Permita Homeport en Ajustes del Sistema, Notificaciones, y desactive el modo de concentración.
   *[other] Desactive «No molestar» y permita Homeport en los ajustes de notificaciones del escritorio.
}
doctor-webview = Lo que dibuja la ventana
doctor-webview-right = Versión { $version }.
doctor-webview-silent = No dice su versión.
doctor-webview-old = La versión { $version } es antigua: las páginas pueden verse mal.
doctor-webview-old-do = Actualice el sistema. Sus nombres de host se mantienen al día igualmente.
doctor-state = Estado guardado
doctor-state-right = Se puede escribir { $path }.
doctor-state-wrong = No se puede escribir { $path }: { $reason }.
doctor-state-wrong-do = Haga sitio en el disco, o haga suya la carpeta. Seguimos desde la memoria y reintentamos por nuestra cuenta.
doctor-credentials = Carpeta de credenciales
doctor-credentials-right = { $path } contiene { $count ->
    [1] 1 secreto
    *[other] { $count } secretos
}.
doctor-credentials-empty = { $path } está vacía.
doctor-credentials-empty-do = Nombre cada secreto en la unidad del servicio: LoadCredential=ACCOUNT.FIELD:/path.
doctor-credentials-unreadable = No se puede leer { $path }.
doctor-credentials-unreadable-do = Inicie Homeport con su unidad de systemd, que hace legible esta carpeta.
doctor-keychain = Llavero
doctor-keychain-ready = Está ahí y desbloqueado.
doctor-keychain-locked = Está bloqueado; los secretos están seguros dentro.
doctor-keychain-locked-do = Desbloquéelo. Entonces seguimos por nuestra cuenta.
doctor-keychain-absent = No hay ninguno.
doctor-keychain-absent-do = Instale o inicie gnome-keyring o KWallet, o use las credenciales de systemd en un servidor.
doctor-keychain-denied = El sistema niega el acceso a él.
doctor-keychain-denied-do = Permita Homeport en los ajustes del llavero.
doctor-secrets = Secretos de { $account }
doctor-secrets-ready = Se pueden leer.
doctor-secrets-missing = Falta al menos uno.
doctor-secrets-missing-do = Escríbalo de nuevo en la ventana.
doctor-secrets-locked = El llavero está bloqueado.
doctor-secrets-locked-do = Desbloquee el llavero. Entonces seguimos por nuestra cuenta.
doctor-secrets-absent = No hay llavero del que leerlos.
doctor-secrets-absent-do = Instale o inicie gnome-keyring o KWallet, o use las credenciales de systemd en un servidor.
doctor-secrets-denied = El sistema niega el acceso a ellos.
doctor-secrets-denied-do = Permita Homeport en los ajustes del llavero.
doctor-route = Salida { $family }
doctor-route-gateway = Por { $interface } hacia { $gateway }.
doctor-route-direct = Por { $interface }.
doctor-route-tunnel = Por { $interface }, que es una VPN.
doctor-route-tunnel-do = Desactive la VPN, o elija en los ajustes qué vale mientras está activa (vpn).
doctor-route-none = No hay ruta por defecto.
doctor-route-none-do = Conecte este equipo a la red. Sin { $family } en casa, desactive ese registro.
doctor-route-unwanted = No la hay, y ningún nombre de host necesita { $family }.
doctor-ipv6 = Dirección IPv6 duradera
doctor-ipv6-lasting = { $address }
doctor-ipv6-passing = Solo hay direcciones que cambian solas.
doctor-ipv6-passing-do = Active una dirección IPv6 estable en los ajustes de red de este equipo.
doctor-ipv6-none = Este equipo no tiene dirección IPv6 pública.
doctor-ipv6-none-do = Active IPv6 en el router, o desactive el registro AAAA.
doctor-ipv6-unwanted = Ningún nombre de host la necesita.
doctor-watcher = Vigilancia de la red
doctor-watcher-running = Los cambios se ven al instante.
doctor-watcher-down = { $message }
doctor-watcher-down-do = Miramos cada minuto en su lugar. Reinicie Homeport si esto dura.
doctor-router = Router
doctor-router-tells = { $words }
doctor-router-behind = { $words }
doctor-router-behind-do = Pida a su proveedor de internet una dirección IPv4 propia, ponga el primer router en modo puente, o use IPv6.
doctor-router-pulses = { $words }
doctor-router-silent = { $words }
doctor-router-silent-do = Active UPnP o NAT-PMP en el router, para que los cambios se vean al instante.
doctor-router-direct = { $words }
doctor-sources = Dirección { $family } pública
doctor-sources-agree = { $address }: { $why }
doctor-sources-own = { $address } es la dirección propia de este equipo.
doctor-sources-own-do = Puede que el mundo no la alcance. Compruebe la conexión a internet.
doctor-sources-unknown = { $why }
doctor-sources-unknown-do = Los registros quedan como están. Compruebe la conexión a internet y compruebe de nuevo.
doctor-sources-early = La primera comprobación aún no ha terminado.
doctor-sources-unwanted = Ningún nombre de host la necesita.
doctor-route-beside = { $family } se busca al lado de la VPN, por { $interface }.
doctor-network = Red
doctor-network-home = { $network } es una red de casa.
doctor-network-everywhere = Las actualizaciones ocurren en cualquier red.
doctor-network-away = Fuera de casa: { $network } no es una de sus redes de casa.
doctor-network-away-do = Nada, salvo que esto también sea su casa: entonces añádala a las redes de casa.
doctor-network-unknown = No se puede saber qué red es esta.
doctor-network-unknown-do = Compruebe la conexión con el router. Las actualizaciones esperan a conocer la red.
doctor-power = Energía y coste
doctor-power-plugged = Sin batería en uso y sin límite conocido: ritmo completo.
doctor-power-battery = Con batería: se pregunta con menos frecuencia.
doctor-power-metered = Conexión de uso medido: no se pregunta a servidores STUN.
doctor-power-both = Con batería y uso medido: se pregunta menos, y no a servidores STUN.
doctor-source = { $source } ({ $family })
doctor-source-heard = { $words } Fiabilidad: { $health } de 100.
doctor-source-doubted = { $words } Fiabilidad: { $health } de 100.
doctor-source-doubted-do = Nada: se cree a las otras. Una fuente que sigue equivocada se deja de lado una hora.
doctor-dropped = Respuestas defectuosas
doctor-dropped-none = No llegó ninguna.
doctor-dropped-some = Descartadas: { $kinds }.
doctor-clock = Reloj
doctor-clock-right = Los certificados son válidos según él.
doctor-clock-wrong = La fecha de este equipo está mal.
doctor-clock-wrong-do = Ponga fecha y hora, mejor desde internet. Hasta entonces fallan las conexiones seguras.
doctor-clock-unknown = No hubo conexión segura que lo mostrara.
doctor-proxy = Proxy
doctor-proxy-none = No hay ninguno.
doctor-proxy-set = Las peticiones a proveedores usan { $proxies }.
doctor-provider = Conexión con { $provider }
doctor-provider-reached = { $host } responde con un certificado válido.
doctor-provider-proxy = No se probó, porque las peticiones van por un proxy.
doctor-provider-unreached = { $message }.
doctor-provider-unreached-do = Compruebe la conexión a internet y el cortafuegos. El proveedor también puede tener problemas.
doctor-provider-untrusted = { $message }.
doctor-provider-untrusted-do = No se envió nada secreto. Compruebe el reloj; también puede ser un filtro o una red de empresa (SSL_CERT_FILE).
doctor-dns = { $hostname }, { $record }
doctor-dns-proved = Los servidores de nombres de la zona tienen { $address }.
doctor-dns-accepted = El proveedor aceptó { $address }; sus servidores de nombres aún no lo muestran.
doctor-dns-accepted-do = Espere unos minutos. Volvemos a mirar por nuestra cuenta.
doctor-dns-unsure = { $word }
doctor-dns-unsure-do = No pudimos confirmarlo y volvemos a mirar por nuestra cuenta.
doctor-dns-wrong = { $word }
doctor-dns-wrong-do = Mire este nombre de host en la ventana; dice qué hacer.
doctor-dns-held = Ahora no se espera nada: { $word }
doctor-standby = { $hostname }, { $record }, suplente en { $provider }
doctor-standby-ready = Ahora no hace falta y no ha publicado nada.
doctor-ttl = { $hostname }, TTL
doctor-ttl-long = Tras un cambio, otros pueden conservar la dirección antigua { $count } minutos.
doctor-ttl-long-do = Reduzca el TTL del registro en { $provider }, si lo permite.
doctor-ttl-lower = Tras un cambio, otros pueden conservar la dirección antigua { $count } minutos.
doctor-ttl-lower-do = Redúzcalo en { $provider }, o escriba lower_ttl = true en este nombre de host en settings.toml: Homeport pondrá { $seconds } segundos con el próximo cambio.
doctor-ttl-soon = Otros pueden conservar la dirección antigua { $count } minutos. Con el próximo cambio serán { $seconds } segundos.
doctor-tray = Icono de bandeja
doctor-tray-shown = Se muestra.
doctor-tray-no-host = Este escritorio no muestra iconos de bandeja.
doctor-tray-no-host-do = En GNOME, active la extensión AppIndicator. Homeport funciona sin el icono.
doctor-tray-none = Aquí no hay escritorio.
doctor-autostart = Inicio al entrar en la sesión
doctor-autostart-on = { $place } inicia este programa.
doctor-autostart-managed = systemd inicia { $program } ({ $place }).
doctor-autostart-headless = No hay entrada, ni escritorio aquí.
doctor-autostart-off = Homeport no se inicia solo.
doctor-autostart-off-do = Actívelo en los ajustes, o con: homeport service install
doctor-autostart-stale = { $place } inicia otra cosa: { $program }
doctor-autostart-stale-do = Apáguelo y vuelva a encenderlo en los ajustes, o ejecute: homeport service install
## Lines of the history

journal-started = Homeport { $version } se inició.
journal-address-found = Dirección { $family } { $new } encontrada. La vieron { $names }.
journal-address-changed = Nueva dirección { $family } { $new }, antes { $old }. La vieron { $names }.
journal-address-unknown = La dirección { $family } ya no es segura. { $why }
journal-sent = { $count ->
    [one] Se envió { $addresses } para { $host } a { $provider }.
    *[other] Se envió { $addresses } para { $count } nombres de host a { $provider }.
}
journal-answered-good = { $provider } aceptó la actualización de { $host }.
journal-answered-unchanged = { $provider } ya tenía esta dirección para { $host }.
journal-answered-bad-auth = { $provider } rechazó el token para { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-no-such-host = { $provider } no tiene { $host } en esta cuenta{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-not-entitled = { $provider } dice que esta cuenta no puede cambiar { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-blocked = { $provider } ha bloqueado { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-bad-request = { $provider } no aceptó la actualización de { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-client-refused = { $provider } rechazó este programa para { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-rate-limited = { $provider } nos pide esperar con { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-server-trouble = { $provider } tuvo problemas con { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-unknown = { $provider } respondió algo que no entendemos para { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-uncertain = No se pudo confirmar la actualización de { $host } en { $provider }: { $message }.
journal-not-sent = No se llegó a { $provider } para { $host }: { $message }.
journal-trouble = { $code ->
    [settings-broken] El archivo de ajustes tiene un error: { $message }.
    [store-broken] Había datos dañados; el archivo se conserva como { $message }.
    [store-newer] Un Homeport más nuevo escribió { $message }; no se toca.
    *[disk-full] Homeport no puede escribir sus datos: { $message }.
}
journal-proved = { $seconds ->
    [0] Los servidores de nombres de { $host } dicen { $address }.
    *[other] Los servidores de nombres de { $host } dicen { $address }, { $seconds } s tras la actualización.
}
journal-not-proved = { $count ->
    [0] Los servidores de nombres de { $host } aún no tienen { $expected }.
    *[other] Los servidores de nombres de { $host } dicen { $found } en vez de { $expected }.
}
journal-halted = Las actualizaciones en { $provider } se pararon hasta que usted actúe.
journal-halted-hostname = Las actualizaciones de { $host } en { $provider } se pararon hasta que usted actúe.
journal-standby-serves = { $host } lo lleva ahora su suplente { $provider }: la primera cuenta falla desde hace demasiado tiempo.
journal-first-serves = { $provider } vuelve a llevar { $host }.
journal-held-vpn = En espera: hay una VPN ({ $name }) activa.
journal-held-away = En espera: esta no es una red de casa.
journal-released = Las actualizaciones siguen.
journal-paused = Usted pausó todas las actualizaciones.
journal-paused-hostname = Usted pausó { $host }.
journal-resumed = Se reanudaron las actualizaciones.
journal-resumed-hostname = Usted reanudó { $host }.
journal-settings = Ajustes cambiados: { $what }
journal-checked = Comprobado, como pidió.
journal-notified = { $try ->
    [yes] El webhook { $server } aceptó una prueba.
   *[no] El webhook { $server } fue avisado de { $host }.
}
journal-not-notified = { $try ->
    [yes] Una prueba no llegó al webhook { $server }: { $message }
   *[no] No se pudo avisar al webhook { $server } de { $host }: { $message }
}

## Results of `homeport try`, `homeport once` and the wizard's test

token-good = { $provider } acepta el token.
token-good-for = El token funciona para: { $zones }{ $more ->
    [0] .
   *[other] {" "}y { $more } más.
}
token-refused = { $provider } no acepta el token{ $quoted ->
    [yes] : { $message }
   *[no] .
}
token-not-entitled = { $provider } conoce el token, pero le falta un permiso{ $quoted ->
    [yes] : { $message }
   *[no] .
}
token-later = No se pudo preguntar ahora a { $provider }{ $quoted ->
    [yes] : { $message }
   *[no] .
}
token-unknown = { $provider } respondió algo que no entendemos{ $quoted ->
    [yes] : { $message }
   *[no] .
}
try-good = { $host } se actualizó.
try-unchanged = { $host } ya tenía esta dirección.
try-bad-auth = El proveedor no aceptó el token{ $quoted ->
    [yes] : { $message }
    *[no] .
} Cree uno nuevo y péguelo.
try-no-such-host = Esta cuenta no tiene { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
} Compruebe el nombre en el proveedor.
try-not-yours = { $host } pertenece a otra cuenta{ $quoted ->
    [yes] : { $message }
    *[no] .
} Compruebe el nombre y la cuenta.
try-not-entitled = Esta cuenta o token no puede cambiar { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
} Añada el permiso en el proveedor.
try-blocked = El proveedor ha bloqueado { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
} Desbloquéelo allí primero.
try-bad-request = El proveedor no aceptó la petición{ $quoted ->
    [yes] : { $message }
    *[no] .
} Compruebe los campos.
try-client-refused = El proveedor rechaza esta versión de Homeport{ $quoted ->
    [yes] : { $message }
    *[no] .
} Actualice Homeport.
try-rate-limited = El proveedor pide esperar{ $quoted ->
    [yes] : { $message }
    *[no] .
} Reintente más tarde.
try-server-trouble = El proveedor tiene problemas propios{ $quoted ->
    [yes] : { $message }
    *[no] .
} Reintente más tarde.
try-unknown = El proveedor respondió algo que no entendemos{ $quoted ->
    [yes] : { $message }
    *[no] .
}
try-uncertain = No pudimos confirmar la actualización{ $quoted ->
    [yes] : { $message }
    *[no] .
} Puede haber funcionado.
try-not-sent = No se cambió nada{ $quoted ->
    [yes] : { $message }
    *[no] .
}
once-would-send = Se actualizaría.
once-would-not-send = No se enviaría nada.

## Refused requests: what happened, what it means, what to do

refused-no-thread-happened = Homeport no pudo iniciarse.
refused-no-thread-means = El sistema negó un hilo.
refused-no-thread-do = Cierre otros programas e inicie Homeport de nuevo.
refused-unknown-hostname-happened = { $host } no está en los ajustes.
refused-unknown-hostname-means = No se cambió nada.
refused-unknown-hostname-do = Vea los nombres con: homeport list
refused-bad-hostname-happened = «{ $host }» no es un nombre de host: { $error }.
refused-bad-hostname-means = No se cambió nada.
refused-bad-hostname-do = Escriba el nombre completo, como home.example.org.
refused-no-address-happened = No se conoce ninguna dirección para { $host }.
refused-no-address-means = No se envió nada.
refused-no-address-do = Compruebe la conexión a internet, o escriba una dirección.
refused-no-secret-happened = No se pudo leer el token guardado de { $host }.
refused-no-secret-means = No se envió nada.
refused-no-secret-do = Desbloquee el llavero, o pegue el token de nuevo.
refused-hostname-twice-happened = { $host } ya está en los ajustes.
refused-hostname-twice-means = Un nombre lo lleva una sola cuenta.
refused-hostname-twice-do = Quítelo primero, o elija otro nombre.
refused-no-family-happened = IPv4 e IPv6 están desactivados para { $host }.
refused-no-family-means = No habría nada que mantener al día.
refused-no-family-do = Active al menos uno de ellos.
refused-unknown-provider-happened = No existe el proveedor «{ $provider }».
refused-unknown-provider-means = No se cambió nada.
refused-unknown-provider-do = Vea los proveedores con: homeport providers
refused-bad-account-happened = «{ $account }» no puede ser el nombre de una cuenta.
refused-bad-account-means = Nombra el token en el llavero.
refused-bad-account-do = Use letras, dígitos, «-» y «_», como mucho 64.
refused-no-network-happened = No se puede saber qué red es esta.
refused-no-network-means = No se añadió ninguna red de casa.
refused-no-network-do = Conéctese a la red, espere una comprobación y reintente.
refused-autostart-managed-happened = systemd ya inicia Homeport.
refused-autostart-managed-means = Dos entradas abrirían la ventana en cada sesión; no se cambió nada: { $reason }
refused-autostart-managed-do = Para apagarlo: systemctl --user disable homeport
refused-autostart-out-of-reach-happened = El servicio no puede iniciar { $reason }.
refused-autostart-out-of-reach-means = No ve carpetas personales ni temporales. No se cambió nada.
refused-autostart-out-of-reach-do = Ponga el programa en una carpeta como /usr/local/bin.
refused-autostart-not-written-happened = No se pudo cambiar el inicio al entrar en la sesión: { $reason }
refused-autostart-not-written-means = Sigue como antes.
refused-autostart-not-written-do = Compruebe quién puede escribir ahí e inténtelo de nuevo.
refused-not-saved-happened = No se pudo escribir el archivo: { $reason }
refused-not-saved-means = No se guardó ni se reemplazó nada.
refused-not-saved-do = Elija un archivo que aún no exista, en una carpeta donde pueda escribir.
refused-not-restored-happened = La copia no se puede usar: { $error }
refused-not-restored-means = Sus ajustes siguen como antes.
refused-not-restored-do = Elija un archivo que Homeport haya guardado y corrija lo que se nombra aquí.
refused-webhook-url-happened = Esta no es una dirección válida para un webhook.
refused-webhook-url-means = El webhook sigue como antes.
refused-webhook-url-do = Escriba la dirección entera con https://. http:// es solo para una dirección de su red, en números.
refused-webhook-body-happened = No existe el marcador «{ $found }».
refused-webhook-body-means = El webhook sigue como antes.
refused-webhook-body-do = Use hostname, family, address y old, cada uno entre dobles llaves.
refused-webhook-test-happened = { $server } no aceptó la prueba: { $reason }
refused-webhook-test-means = Tampoco sabría de un cambio. Sus nombres de host se actualizan igualmente.
refused-webhook-test-do = Compruebe la dirección y lo que espera ese servidor.
refused-bad-device-happened = «{ $device }» no es un final de dirección.
refused-bad-device-means = El registro AAAA de otra máquina necesita la segunda mitad de su dirección.
refused-bad-device-do = Escríbala como ::1234, o la dirección física de la máquina.
refused-other-provider-happened = La cuenta «{ $account }» es de otro proveedor.
refused-other-provider-means = No se cambió nada.
refused-other-provider-do = Elija otro nombre para la cuenta nueva.
refused-unknown-account-happened = No existe la cuenta «{ $account }».
refused-unknown-account-means = No se cambió nada.
refused-unknown-account-do = Vea las cuentas con: homeport list
refused-no-desktop-happened = No se mostró ninguna notificación: Homeport funciona sin escritorio.
refused-no-desktop-means = Nadie la vería.
refused-no-desktop-do = Inicie Homeport en su sesión de escritorio, sin --no-tray.
refused-same-account-happened = «{ $account }» es la propia cuenta de este nombre de host.
refused-same-account-means = Un suplente mantiene un nombre de host mientras su propia cuenta no puede. No se cambió nada.
refused-same-account-do = Indique otra cuenta, mejor en otro proveedor; «homeport list» las muestra.
refused-settings-wrong-happened = No se cambiaron los ajustes: { $error }.
refused-settings-wrong-means = El archivo queda como está.
refused-settings-wrong-do = Corrija el archivo y reintente.
refused-settings-not-written-happened = No se pudieron escribir los ajustes: { $error }.
refused-settings-not-written-means = El archivo queda como está.
refused-settings-not-written-do = Compruebe el disco y la carpeta y reintente.
## Command line: mistakes and trouble, in three parts

command-unasked-happened = No se pudo preguntar al Homeport en marcha: { $reason }.
command-unasked-means = No se cambió nada.
command-unasked-do = Reintente. Si sigue así, cierre Homeport e inícielo con: homeport run
command-unexpected-happened = El Homeport en marcha dio una respuesta que no encaja.
command-unexpected-means = Puede ser de otra versión que esta orden.
command-unexpected-do = Cierre Homeport e inícielo de nuevo con: homeport run
command-unwritten-happened = No se pudo escribir el resultado: { $reason }.
command-unwritten-means = La orden en sí se ejecutó.
command-unwritten-do = Haga sitio donde va la salida, y pregunte con: homeport status
command-usage-happened = { $reason }
command-usage-means = No se hizo nada.
command-usage-do = Mire: { $help }
command-stray = Hay una palabra de más en la línea de órdenes; no se muestra, porque puede ser secreta.
command-no-home-happened = Este sistema no nombra una carpeta personal para usted.
command-no-home-means = No sabemos dónde están los ajustes.
command-no-home-do = Nombre una carpeta con --config DIR.
command-start-happened = Homeport no pudo iniciarse: { $reason }.
command-start-means = Ahora no se mantiene al día ningún nombre de host.
command-start-do = Corrija la causa e inícielo de nuevo. Hay más en el registro con --log debug.
command-second-happened = Otro Homeport tiene el sitio y no responde: { $reason }.
command-second-means = Dos enviarían por duplicado, así que este termina.
command-second-do = Cierre primero el otro, o dé a este una carpeta propia con --config DIR.
command-hostname-happened = { $hostname } no es un nombre de host: { $reason }.
command-hostname-means = No se envió ni cambió nada.
command-hostname-do = Escriba el nombre completo, como home.example.org.
command-provider-happened = No existe el proveedor { $provider }.
command-provider-means = No se envió ni cambió nada.
command-provider-do = Elija uno de: homeport providers
command-field-form-happened = A un campo le falta el signo =.
command-field-form-means = No se muestra aquí, porque puede ser secreto.
command-field-form-do = Escriba --field KEY=VALUE.
command-field-unknown-happened = { $provider } no tiene ningún campo con ese nombre.
command-field-unknown-means = No se muestra aquí, porque puede ser secreto.
command-field-unknown-do = Elija entre: { $known }.
command-field-twice-happened = El campo { $field } se da dos veces.
command-field-twice-means = No podemos saber cuál se quiere.
command-field-twice-do = Quite uno de ellos.
command-secret-shown-happened = { $label } es secreto y está en la línea de órdenes.
command-secret-shown-means = Otras personas pueden leerlo ahí en este equipo, y la shell lo recuerda. No se envió nada.
command-secret-shown-do = Escriba --field { $field }=- y tecléelo, o --field { $field }=@FILE. Cree uno nuevo si otros pudieron verlo.
command-secret-unread-happened = No se pudo leer { $label } de { $file }: { $reason }.
command-secret-unread-means = No se envió ni cambió nada.
command-secret-unread-do = Compruebe el nombre del archivo y sus permisos.
command-secret-empty-happened = { $label } está vacío.
command-secret-empty-means = No se envió ni cambió nada.
command-secret-empty-do = Péguelo otra vez.

## Command line: results

second-start = Homeport ya funciona; se abre su ventana.
second-start-headless = Homeport ya funciona.
done-removed = { $hostname } ya no se mantiene al día. Su registro DNS queda como está.
done-added = { $hostname } se mantiene al día desde ahora.
done-paused = Todas las actualizaciones están en pausa hasta que las reanude.
done-paused-hour = Todas las actualizaciones están en pausa durante una hora.
done-paused-tomorrow = Todas las actualizaciones están en pausa hasta mañana.
done-paused-one = { $hostname } está en pausa hasta que lo reanude.
done-resumed = Todas las actualizaciones siguen.
done-resumed-one = { $hostname } sigue.
service-on = Homeport se inicia solo: { $place }
service-off = Homeport no se inicia solo.
service-stale = { $place } inicia otra cosa: { $program }. Para que inicie este programa: homeport service install
service-managed = systemd inicia { $program }: { $place }
report-written = Escrito: { $path } ({ $names }). { $hidden } valores están ocultos; mírelo antes de darlo. No se envió nada.
backup-written = Escrito: { $path }. Los secretos no están en él.
backup-restored = Los ajustes están restaurados.
backup-lacking = Estas cuentas aún no tienen token en este equipo: { $accounts }. Introdúzcalos de nuevo.
terminal-ago = hace { $span }
terminal-in = en { $span }
terminal-seconds = { $count ->
    [0] un momento
    [one] 1 segundo
    *[other] { $count } segundos
}
terminal-minutes = { $count ->
    [one] 1 minuto
    *[other] { $count } minutos
}
terminal-hours = { $count ->
    [one] 1 hora
    *[other] { $count } horas
}
terminal-days = { $count ->
    [one] 1 día
    *[other] { $count } días
}
terminal-checked = Comprobado { $when }.
terminal-not-checked = Aún sin comprobar.
terminal-next = Próxima comprobación { $when }.
terminal-next-try = próximo intento { $when }
terminal-standby = suplente: { $words }
terminal-standby-from = empieza { $when }
terminal-since = desde { $when }
terminal-seen = vista { $when }
terminal-paused = en pausa
terminal-practice = Pregunte usted al servidor de prácticas: { $command }
terminal-alone = Homeport no funciona ahora. Inícielo con: homeport run
terminal-no-tray = Este escritorio no muestra iconos de bandeja. Todo está en la ventana y en esta orden.
terminal-no-history = Aún no ha pasado nada.
terminal-no-hostnames = Aún no hay nombre de host. Añada el primero con: homeport add
terminal-dry-run = No se envía nada. Esto pasaría:
terminal-providers = Más sobre uno de ellos: homeport providers ID
terminal-unverified = Este proveedor viene de un archivo suyo; nadie lo ha comprobado.
terminal-fields = Campos
terminal-field-secret = secreto
terminal-field-optional = se puede omitir
terminal-access = Dónde conseguir el acceso
terminal-rights = Permisos que necesita
outcome-updated = actualizado
outcome-would-update = se actualizaría
outcome-unchanged = al día
outcome-refused = rechazado
outcome-retry = se reintenta más tarde
outcome-unknown = sin confirmar
outcome-held = en espera
outcome-proved = Probado en los servidores de nombres de la zona.
outcome-again = No antes de { $span }.
check-pass = bien
check-warn = mirar
check-fail = fallo
check-skipped = omitido
check-sum = { $passed } bien, { $warned } por mirar, { $failed } con fallo.

# Taking over the settings of another client. $word is that client's own word.
import-command-why = «{ $word }» inicia un programa ({ $program }). Homeport nunca ejecuta lo que nombra un archivo importado.
import-command-cure = Si aún necesita su dirección, ponga usted addresses.command en los ajustes.
import-include-why = Se incluye otro archivo ({ $program }). No se abrió.
import-include-cure = Importe también ese archivo.
import-script-why = Esta entrada la actualiza un script ({ $program }), que no se ejecuta.
import-script-cure = Busque su proveedor con «homeport providers», y añada el nombre de host con «homeport add».
import-environment-why = El valor de «{ $word }» está en el entorno o en otro archivo, que no se leyó.
import-environment-cure = Añada el nombre de host con «homeport add», que pide el secreto.
import-disabled-why = Esta entrada está desactivada allí.
import-disabled-cure = Actívela en el otro cliente e importe de nuevo, o use «homeport add».
import-no-name-why = Esta entrada no nombra ningún nombre de host.
import-no-name-cure = Añada el nombre de host con «homeport add».
import-bad-name-why = Un nombre de host de esta línea no es un nombre completo.
import-bad-name-cure = Añádalo con su nombre completo: homeport add home.example.org
import-whole-account-why = «{ $word }» representa todos los nombres de una cuenta o de un grupo.
import-whole-account-cure = Homeport lleva cada nombre por separado: use «homeport add» una vez para cada uno.
import-no-provider-why = Esta entrada no nombra ningún proveedor.
import-no-provider-cure = Añada el nombre de host con «homeport add».
import-unknown-why = Homeport no conoce al proveedor «{ $name }».
import-unknown-cure = Mire «homeport providers», o escriba su propio archivo de proveedor y compruébelo con «homeport providers check».
import-closed-why = { $name } ha cerrado. { $reason }
import-closed-cure = Elija otro proveedor: homeport providers
import-own-server-why = Las actualizaciones van a un servidor propio ({ $server }) con un formato propio.
import-own-server-cure = Escriba su propio archivo de proveedor y compruébelo con «homeport providers check».
import-missing-why = { $state ->
    [wrong] «{ $label }» no se parece a lo que da el proveedor.
    *[missing] El proveedor necesita «{ $label }», y el archivo no lo tiene.
}
import-missing-cure = Añada el nombre de host con «homeport add».
import-foreign-why = Este nombre no se puede mantener al día en { $name }.
import-foreign-cure = Compruebe el nombre y su zona, y añádalo con «homeport add».
import-twice-why = El nombre está dos veces en el archivo, con cuentas distintas. Se toma la primera.
import-twice-cure = Nada que hacer, salvo que la segunda fuera la correcta.
import-kept-why = Homeport ya mantiene al día este nombre.
import-kept-cure = Nada que hacer. Para sustituirlo, quítelo primero: homeport remove
import-no-family-why = { $name } no lleva ninguno de los registros que se quieren para este nombre.
import-no-family-cure = Elija otro proveedor para él: homeport providers
import-half-family-why = { $name } lleva solo uno de los dos registros de este nombre.
import-half-family-cure = Nada que hacer: el otro queda como está.
import-option-why = «{ $word }» no se admite.
import-option-cure = Póngalo en el proveedor, donde queda como está.
import-spaces-why = Hay un espacio antes o después de «=», así que no está claro qué significa esta línea.
import-spaces-cure = Quite los espacios e importe de nuevo.
import-line-why = No se pudo entender esta línea.
import-line-cure = Compárela con el manual del otro cliente.
import-fixed-why = Hay una dirección fija ({ $word }). Homeport encuentra la dirección por su cuenta.
import-fixed-cure = Si tiene que ser fija, ponga addresses.ipv4 o addresses.ipv6 en los ajustes.
import-plain-echo-why = Al servicio de direcciones { $word } se le pregunta sin cifrado, y cualquiera en el camino puede cambiar la respuesta.
import-plain-echo-cure = Nada que hacer: Homeport tiene sus propios servicios.
import-page-echo-why = El servicio de direcciones { $word } responde con una página, o su dirección puede contener una clave.
import-page-echo-cure = Nada que hacer: Homeport tiene sus propios servicios.
import-proxy-why = Hay un proxy configurado.
import-proxy-cure = Homeport lo toma del entorno: HTTPS_PROXY
import-notification-why = «{ $word }» envía un mensaje cuando ha pasado algo.
import-notification-cure = Homeport avisa con las notificaciones del escritorio y «homeport status».
import-too-many-why = El archivo tiene más de { $most } nombres de host; el resto se deja fuera.
import-too-many-cure = Divida el archivo e importe las partes.
import-interval-why = Está fijado cada cuánto se mira («{ $word }»).
import-interval-cure = Homeport nota los cambios por su cuenta y respeta el ritmo de cada proveedor.
import-detection-why = Está fijado de dónde se obtiene la dirección («{ $word }»).
import-detection-cure = Homeport pregunta por su cuenta al router, a las interfaces y a servicios externos.
import-too-long-happened = El archivo pasa de 1 MiB.
import-too-long-means = Ningún cliente escribe un archivo así. No se leyó nada.
import-too-long-do = Compruebe que es el archivo correcto.
import-empty-happened = No hay nada en el archivo.
import-empty-means = No se importó nada.
import-empty-do = Compruebe que es el archivo correcto.
import-binary-happened = El archivo no es texto.
import-binary-means = No se importó nada.
import-binary-do = Dé el archivo de configuración mismo, no un archivo comprimido ni un programa.
import-noip2-happened = Esta es la configuración de noip2, que solo noip2 puede leer.
import-noip2-means = No se importó nada.
import-noip2-do = Vea sus nombres de host con «noip2 -S», y use «homeport add HOSTNAME --provider no-ip» para cada uno.
import-unrecognised-happened = El archivo no se parece a la configuración de ningún cliente.
import-unrecognised-means = No se importó nada.
import-unrecognised-do = Diga de qué cliente es con --from: { $clients }.
import-syntax-happened = No se puede leer la línea { $line }: { $problem }.
import-syntax-means = El otro cliente tampoco podría leer este archivo. No se importó nada.
import-syntax-do = Corrija la línea, o diga de qué cliente es el archivo con --from: { $clients }.
import-head = { $client }: { $count ->
    [0] no se puede añadir nada.
    [one] se puede añadir un nombre de host.
    *[other] se pueden añadir { $count } nombres de host.
}
import-secret = { $key }: oculto; va al llavero como { $entry }
import-guessed = (deducido: conviene comprobarlo)
import-sources = Servicios de direcciones a los que también se preguntará
import-left-out = No importado
import-not-run = Se menciona, nunca se ejecuta
import-not-needed = No hace falta
import-line-number = línea { $line }
import-more = y { $count } más
import-question = { $count ->
    [one] ¿Añadir este nombre de host? [y/N]
    *[other] ¿Añadir estos { $count } nombres de host? [y/N]
}
import-not-added = No se añadió nada. Para añadirlo: homeport import FILE --yes
import-added = { $count ->
    [one] Se añadió un nombre de host.
    *[other] Se añadieron { $count } nombres de host.
} Detenga { $client } ahora: dos clientes para un mismo nombre se estorban.
terminal-hosts = Los secretos van a: { $hosts }
terminal-unverified-hosts = Este proveedor viene de un archivo suyo; nadie lo ha comprobado. Los secretos van a: { $hosts }
command-file-happened = No se pudo leer { $file }: { $reason }.
command-file-means = No se hizo nada.
command-file-do = Compruebe la ruta y quién puede leer el archivo.
command-no-file-happened = { $file } es un enlace, una carpeta o un dispositivo.
command-no-file-means = No se leyó nada.
command-no-file-do = Dé la ruta del archivo mismo.
own-provider-happened = { $file }, línea { $line }, { $field }: { $problem }.
own-provider-means = El archivo no se puede usar.
own-provider-do = Corríjalo y compruébelo de nuevo.
own-provider-examples = { $count ->
    [0] El archivo no tiene ningún ejemplo. Añada al menos una respuesta buena y una de rechazo.
    *[other] Ejemplos correctos: { $right } de { $count }.
}
own-provider-typed = Su servidor se escribe en el formulario; los secretos van allí y a ningún otro sitio.
own-provider-next = Ponga el archivo en la carpeta «providers» junto a los ajustes y reinicie Homeport para usarlo.
