### Every text that a person can read. One id a line, grouped by where it is shown.
### Two short sentences at most, no "please", no blame, no exclamation marks; "we" is Homeport.


## Tray

tray-title = Homeport
tray-tooltip = Homeport: { $headline }
tray-address = { $family } { $address }
tray-address-copy = { $family } { $address } – copy
tray-hostname = { $name } – { $words }
tray-more = and { $count } more
tray-add = Add a hostname…
tray-check = Check and update now
tray-check-wait = Check and update now – just done
tray-checking = Checking…
tray-pause = Pause
tray-pause-hour = For 1 hour
tray-pause-tomorrow = Until tomorrow
tray-pause-resumed = Until I resume
tray-resume = Resume updates
tray-open = Open Homeport
tray-settings = Settings
tray-diagnostics = Run diagnostics
tray-quit = Quit (updates stop)

## Notifications

notice-changed = { $addresses ->
    [one] New address { $address }
   *[other] New addresses { $address }
}
notice-changed-one = { $hostname } is up to date.
notice-changed-many = { $count } hostnames updated.
notice-recovered = Back to normal after { $span }
notice-recovered-one = { $hostname } is up to date again.
notice-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
notice-hours = { $count } hours
notice-first-close = Homeport keeps running
notice-first-close-body = { $system ->
    [windows] Its house is at the lower right of your screen, maybe behind the arrow. Quit it there and updates stop.
    [macos] Its house is in the menu bar. Quit it there and updates stop.
   *[other] Its house is in your tray. Quit it there and updates stop.
}
notice-trial = A test of Homeport
notice-trial-body = Notifications appear. Say so in the window.
notice-problem = { $means } { $cure }
notice-summary = { $count ->
    [one] 1 more message in the last hour
   *[other] { $count } more messages in the last hour
}
notice-summary-changes = { $count ->
    [one] The address changed once more in the last hour
   *[other] The address changed { $count } more times in the last hour
}

## Settings file: what is wrong, and (-do) what to do. Shown as "settings.toml, line 3, FIELD: WHAT; CURE".

settings-not-toml = this is not TOML: { $reason }
settings-not-toml-do = correct this line; texts stand in quotes, and each [table] has a line of its own
settings-no-version = the version of the file is missing
settings-no-version-do = write version = 1 as the first line, or go back to settings.toml.previous
settings-newer = the file is of version { $found }, and this Homeport reads up to version 1
settings-newer-do = update Homeport, or go back to settings.toml.previous
settings-bad-version = there is no version { $found }
settings-bad-version-do = write version = 1
settings-type = the value is of the wrong kind
settings-type-do = it has to be { $expected }
settings-missing = { $key } is missing
settings-missing-do = add a line { $key } = "…"
settings-unknown-key = Homeport does not know { $key }
settings-unknown-key-do = write { $near }, or remove the line
settings-unknown-key-far = Homeport does not know { $key }
settings-unknown-key-far-do = remove the line; known here: { $known }
settings-account-id = "{ $found }" cannot name an account
settings-account-id-do = use 1 to 64 letters, digits, - and _
settings-account-twice = there is another account with the id { $found }
settings-account-twice-do = give each account an id of its own
settings-unknown-provider = Homeport does not know the provider { $found }
settings-unknown-provider-do = write { $near }, or look it up with: homeport providers
settings-unknown-provider-far = Homeport does not know the provider { $found }
settings-unknown-provider-far-do = look it up with: homeport providers
settings-unknown-field = { $provider } has no field { $key }
settings-unknown-field-do = write { $near }, or remove the line
settings-unknown-field-far = { $provider } has no field { $key }
settings-unknown-field-far-do = remove the line; known here: { $known }
settings-no-fields = { $provider } has no field { $key }
settings-no-fields-do = remove the line
settings-secret-field = { $key } is a secret, and secrets never stand in this file
settings-secret-field-do = remove the line, and give Homeport the secret of { $account } in the window; make a new one if others could read this file
settings-bad-field = { $reason }
settings-bad-field-do = compare it with: homeport providers { $provider }
settings-lacking-field = { $provider } needs the field { $key }
settings-lacking-field-do = add { $key } = "…" below [account.fields]
settings-bad-hostname = { $reason }
settings-bad-hostname-do = write the whole name, such as home.example.org
settings-hostname-twice = { $found } is in the file twice
settings-hostname-twice-do = remove one of the two
settings-no-account = there is no account { $found }
settings-no-account-do = write { $near }, or add an [[account]] with this id
settings-no-account-far = there is no account { $found }
settings-no-account-far-do = add an [[account]] with this id
settings-same-account = { $found } keeps this hostname already
settings-same-account-do = name another account, or remove standby
settings-no-standby = it says something of a standby, and there is none
settings-no-standby-do = add standby = "ACCOUNT", or remove it
settings-standby-twice = { $found } is kept by another entry already
settings-standby-twice-do = write a name that no other entry has
settings-bad-span = "{ $found }" is no span from 5 minutes to 7 days
settings-bad-span-do = write a number and m, h or d: "30m", "2h", "1d"
settings-bad-device = "{ $found }" names no machine
settings-bad-device-do = write the end of its address ("::1234") or its MAC address ("02:11:22:33:44:55")
settings-bad-address = "{ $found }" is not an { $family } address
settings-bad-address-do = write an { $family } address, or remove the line to have it found
settings-bad-command = the program is missing
settings-bad-command-do = write the program's path first, then its arguments
settings-bad-url = this is not a web address
settings-bad-url-do = write the whole address, such as https://echo.example.org/
settings-url-secret = the address holds a name or a password, and secrets never stand in this file
settings-url-secret-do = use a service that needs none
settings-proxy-secret = the address holds a name or a password, and secrets never stand in this file
settings-proxy-secret-do = use a proxy that needs none, or set HTTPS_PROXY
settings-bad-proxy = this is not the address of a proxy
settings-bad-proxy-do = write it as http://host:port
settings-bad-placeholder = there is no placeholder "{ $found }"
settings-bad-placeholder-do = use hostname, family, address and old, each between two pairs of braces
settings-plain-http = http:// is open to everyone on the way, so it is only for this machine and this network
settings-plain-http-do = write https://
settings-bad-stun = this is not a STUN server
settings-bad-stun-do = write its name or address and its port, such as stun.example.org:3478
settings-bad-dns = this is not a DNS source
settings-bad-dns-do = write NAME@SERVER:PORT, such as myip.example.org@192.0.2.53:53
settings-bad-home = "{ $found }" is not a network
settings-bad-home-do = write the router's MAC address and the subnet, such as "aa:bb:cc:dd:ee:ff/192.168.1.0/24"
settings-bad-nameserver = "{ $found }" is not a name server's address
settings-bad-nameserver-do = write its address and port, such as "192.0.2.53:53"
settings-bad-choice = "{ $found }" is not one of the choices
settings-bad-choice-do = choose from: { $known }
## Headlines of the status page, the tray and `homeport status`

headline-ok = { $count ->
    [one] { $host } is up to date
   *[other] All { $count } hostnames are up to date
}
headline-ok-detail = Proved at the name servers of { $count ->
    [one] its zone.
   *[other] their zones.
}
headline-practice-detail = Proved at the practice server on this computer.
headline-empty = No hostname yet
headline-empty-detail = Add the name that is to point to your home.
headline-looking = Looking for your address…
headline-updating = Updating { $host }…
headline-working-detail = This takes a moment.
headline-paused = Updates are paused
headline-paused-detail = Your DNS stays as it is until you resume.
headline-paused-until-detail = Your DNS stays as it is. We go on by ourselves.
headline-offline = Waiting for internet
headline-offline-detail = Your DNS stays as it was. We go on by ourselves when the connection is back.

## Address cards

address-agreed = { $here ->
    [yes] { $count ->
        [0] this computer’s own address
        [one] this computer and { $names }
       *[other] this computer and { $count } services agree
    }
   *[no] { $count ->
        [one] { $names }
       *[other] { $count } services agree
    }
}
address-absent = This network has no such address.
address-own-only = Without internet: this computer’s own address.
verdict-direct = Direct
verdict-behind-nat = Behind a router
verdict-cgnat = Shared
verdict-not-here = Not here
verdict-unknown = Not sure
verdict-own-only = Only here
why-not-yet-asked = Not asked yet.
why-no-route = There is no way out to the internet.
why-no-answer = No service answered.
why-no-dns = No name could be looked up.
why-one-witness = Only one service answered: { $address }.
why-disagree = Services name different addresses: { $addresses }.
why-captive-portal = The network answered with a web page.
why-shared = { $address } is shared by your internet provider.
why-not-public = { $address } cannot be reached from outside.
why-no-lasting-address = There are only short-lived addresses.
why-not-pinned = There is no lasting address with the chosen ending.

## What each source said, and what was made of it

source-believed = Named { $address }, as was agreed.
source-outvoted = Named { $address }; others agreed on another address.
source-disputed = Named { $address }; no address was agreed.
source-alone = Named { $address }, and nobody else did.
source-not-public = Named { $address }, which is not a public address.
source-sign = Named { $address }, as a sign only.
source-no-answer = Did not answer.
source-no-dns = Its name could not be looked up.
source-tls = Its certificate was refused: { $reason }.
source-not-an-address = Answered with something that is no address.
source-other-family = Answered with an address of the other kind.
source-status = Answered with status { $reason }.
source-none = Has no such address.

## How a change behind the router is noticed

lookout-tells = The router { $router } names { $external }, by { $names }.
lookout-behind = The router { $router } names { $external }, and the internet sees another address: there is another translation on the way.
lookout-nameless = The router { $router } names no public address: there is another translation on the way.
lookout-pulses = The router tells nothing, so a STUN server is asked now and then.
lookout-silent = The router { $router } tells nothing.
lookout-direct = No change is hidden behind a router here.

## Rows of hostnames

row-ok = Up to date
row-paused = Paused
row-held = On hold
row-sending = Updating
row-accepted = Accepted, soon in DNS
row-unsure = Could not confirm
row-offline = Waiting for internet
row-waiting = Waiting for an address
row-nothing = No address here
row-attention = Look here
row-auth-rejected = Token rejected
row-auth-scope = A right is missing
row-host-not-found = Unknown to the provider
row-not-yours = Belongs to someone else
row-blocked = Blocked by the provider
row-client-refused = Homeport was refused
row-bad-request = Not accepted
row-rate-limited = Too many requests, waiting
row-provider-down = Provider is not answering
row-provider-unknown = Answer not understood
row-not-in-dns = Not in DNS
row-foreign-change = Changed by someone else
row-keychain-locked = Keychain is locked
row-keychain-absent = No keychain
row-keychain-denied = Keychain refused access
row-secret-missing = Token is missing
row-tls-trust = Connection not trusted
row-no-dns = No DNS
row-standby = The standby keeps it
standby-ready = Ready

## Chips: the state of one record

chip-verified = verified
chip-accepted = in DNS soon
chip-proxied = behind the provider’s proxy
chip-sending = updating
chip-holding = on hold
chip-unsure = could not confirm
chip-wrong = wrong
chip-offline = no internet
chip-off = off
chip-not-here = not here

## Buttons of problems

button-check-now = Check now
button-try-again = Try again
button-replace-secret = Replace token
button-open-provider = Open { $provider }
button-edit-hostname = Edit hostname
button-run-diagnostics = Run diagnostics
button-resume = Resume
button-this-is-home = This is home too
button-open-token-page = Open token page
button-take-over = Take over
button-leave-alone = Leave it to the other
button-open-sign-in = Open sign-in page
button-use-vpn = Use VPN address
button-choose-sources = Address sources
button-unlock = Unlock
button-keep-in-memory = Keep in memory until quit
button-ipv6-only = Use IPv6 only
button-ipv6-off = Turn off IPv6
button-how-known = How we know
button-update-here = Update anyway once
button-who-else = Who else updates this?
button-details = Details
button-show-zones = Show my domains

## Problems: what happened, what it means, what to do

fault-offline-happened = This computer has no internet connection.
fault-offline-means = Nothing can be checked or updated. Your DNS stays as it was.
fault-offline-do = We continue by ourselves when it is back.
fault-no-dns-happened = Names cannot be looked up.
fault-no-dns-means = The connection is there, but its DNS does not answer. Your DNS stays as it was.
fault-no-dns-do = We try again by ourselves. If it lasts, restart the router.
fault-captive-happened = The network answered with a web page instead of your address.
fault-captive-means = You are probably on a Wi-Fi with a sign-in page. Nothing was changed.
fault-captive-do = Sign in to the Wi-Fi, then check again.
fault-tls-trust-happened = The secure connection to { $provider } could not be verified.
fault-tls-trust-means = A filter reads the traffic, or this computer’s clock is wrong. No token was sent.
fault-tls-trust-do = Check the clock, and allow Homeport in the filter.
fault-vpn-active-happened = A VPN ({ $name }) is on.
fault-vpn-active-means = Your visible address belongs to the VPN, not to your home. Updates are on hold.
fault-vpn-active-do = { $why ->
    [cannot-bind] This system cannot look beside a VPN. Turn it off, or choose vpn = "hold" or "through".
    [no-way-beside] There is no way out beside the VPN. Connect to your network, or turn the VPN off.
   *[held] Turn it off, use its address, or have us look beside it (vpn in the settings).
}
fault-not-home-happened = { $why ->
    [not-told] It cannot be told which network this is.
   *[away] Away: { $name } is not one of your home networks.
}
fault-not-home-means = Updating now would point your hostnames here. Updates are on hold.
fault-not-home-do = Nothing, unless this is home too: then add it to the home networks.
fault-ip-disagree-happened = Services report different addresses ({ $addresses }).
fault-ip-disagree-means = We cannot be sure which is yours, so DNS was left alone.
fault-ip-disagree-do = It usually settles in minutes. If not, turn off proxies and VPNs.
fault-one-witness-happened = Only one service reports your address ({ $address }).
fault-one-witness-means = A new address is published only when two agree. DNS was left alone.
fault-one-witness-do = Nothing. We ask again by ourselves.
fault-cgnat-happened = { $why ->
    [double] Your router is behind another router.
   *[carrier] Your internet provider shares one IPv4 address among many customers.
}
fault-cgnat-means = { $known ->
    [router] { $address } cannot be reached from outside over IPv4.
    [world] Your router names no public address, the world sees { $seen }. The record is kept up, but connections from outside do not arrive over IPv4.
   *[both] Your router has { $address }, the world sees { $seen }. The record is kept up, but connections from outside do not arrive over IPv4.
}
fault-cgnat-do = { $why ->
    [double] Switch the first router to bridge mode, forward the ports in both, or use IPv6.
   *[carrier] Use IPv6 if you have it, or ask your internet provider for a public IPv4 address.
}
fault-ipv6-none-happened = No lasting IPv6 address was found.
fault-ipv6-none-means = There are only short-lived addresses, or none. The AAAA record was left as it is.
fault-ipv6-none-do = Switch IPv6 off for the hostname if this network has none.
fault-keychain-locked-happened = The keychain is locked.
fault-keychain-locked-means = The token of { $host } is safe in there, but we cannot read it. Updates wait.
fault-keychain-locked-do = Unlock it. We retry by ourselves.
fault-keychain-absent-happened = No keychain was found.
fault-keychain-absent-means = The token of { $host } cannot be read, and we never keep tokens in a file.
fault-keychain-absent-do = Install or start gnome-keyring or KWallet. On a server, use systemd credentials.
fault-keychain-denied-happened = The keychain refused access.
fault-keychain-denied-means = The token of { $host } cannot be read. Updates wait.
fault-keychain-denied-do = Allow Homeport in the keychain, then try again.
fault-secret-missing-happened = The token of { $host } is no longer in the keychain.
fault-secret-missing-means = Another program deleted it. Updates of this account wait.
fault-secret-missing-do = Paste the token again.
fault-auth-rejected-happened = { $provider } did not accept the token for { $host }.
fault-auth-rejected-means = It was mistyped, deleted or has expired. We have stopped trying so that you are not blocked.
fault-auth-rejected-do = Make a new token and paste it.
fault-auth-scope-happened = The token may not change { $host } at { $provider }.
fault-auth-scope-means = A right or a paid feature is missing. We have stopped trying.
fault-auth-scope-do = Add the right at { $provider } and try again; the token stays the same.
fault-host-not-found-happened = { $provider } has no hostname { $host } in this account.
fault-host-not-found-means = It was deleted, has expired, or is spelt differently there. We have stopped trying.
fault-host-not-found-do = Check it at { $provider }, then try again.
fault-not-yours-happened = { $host } does not belong to this account at { $provider }.
fault-not-yours-means = Only its owner may change it. We have stopped trying.
fault-not-yours-do = Check the account and the name, then try again.
fault-blocked-happened = { $provider } has blocked { $host }.
fault-blocked-means = Too many updates came in, maybe from another program or a router. We have stopped trying.
fault-blocked-do = Unblock it at { $provider } first, then try again.
fault-client-refused-happened = { $provider } refuses this version of Homeport.
fault-client-refused-means = Trying on could get you blocked, so we have stopped.
fault-client-refused-do = Update Homeport, then try again.
fault-bad-request-happened = { $provider } did not accept the update of { $host }.
fault-bad-request-means = A setting does not fit. Trying the same again would not help, so we have stopped.
fault-bad-request-do = Check the hostname’s settings, then try again.
fault-rate-limited-happened = { $provider } asks us to wait before updating { $host }.
fault-rate-limited-means = Too many updates came in for now. Your old address stays in DNS until then.
fault-rate-limited-do = Nothing. We wait as long as asked and go on by ourselves.
fault-provider-down-happened = { $provider } is not answering for { $host }.
fault-provider-down-means = The problem is on their side; your internet works. The old address stays in DNS.
fault-provider-down-do = Nothing. We try again by ourselves.
fault-provider-unknown-happened = { $provider } answered something we do not understand for { $host }.
fault-provider-unknown-means = We do not count that as a success. The next try comes later, so that you are not blocked.
fault-provider-unknown-do = Look at the answer in Activity: it may tell what is wrong. Mend it, then try again.
fault-uncertain-happened = We could not confirm the update of { $host }.
fault-uncertain-means = The answer of { $provider } was lost. The update may have worked; DNS will tell.
fault-uncertain-do = Nothing. We ask its name servers.
fault-not-in-dns-happened = { $host } is not in DNS as { $provider } accepted it.
fault-not-in-dns-means = Its name servers say { $found } instead of { $expected }.
fault-not-in-dns-do = Providers can take some minutes. If it lasts, look at the record at { $provider }.
fault-foreign-change-happened = { $host } was changed to { $found } by something else.
fault-foreign-change-means = Another updater, often the router, also manages this name. We leave it alone.
fault-foreign-change-do = Turn one of them off, or take over to set it to { $expected }.
fault-settings-broken-happened = The settings file has a mistake.
fault-settings-broken-means = { $message }. The last good settings stay in force.
fault-settings-broken-do = Correct the file and save it.
fault-store-broken-happened = { $newer ->
    [yes] A newer Homeport wrote the stored data.
   *[no] Stored data was damaged.
}
fault-store-broken-means = { $newer ->
    [yes] { $file } is left alone, and this Homeport keeps its own data beside it. Nothing in DNS was changed.
   *[no] It was put aside as { $file }, and nothing in DNS was changed.
}
fault-store-broken-do = { $newer ->
    [yes] Install the newer Homeport again, or go on with this one.
   *[no] Nothing, unless it comes back: then check the disk.
}
fault-disk-full-happened = Homeport cannot write its data.
fault-disk-full-means = The reason: { $message }. Updates go on from memory.
fault-disk-full-do = Make room on the disk. We retry by ourselves.
fault-watcher-down-happened = Changes of the network are not told to us.
fault-watcher-down-means = The system says: { $message }. A change is seen within a minute instead of at once.
fault-watcher-down-do = Nothing. We start the watcher again by ourselves.


## The state and the settings on the disk. The first group stands behind "cannot be written: ".

store-full = the disk is full
store-read-only = the disk is read-only
store-denied = the system denies access to the folder
store-busy = another program uses the file
store-damaged = the file is damaged
store-refused = the system says: { $reason }

store-settings-gone = settings.toml is gone; put it back, or take settings.toml.previous
store-settings-folder = settings.toml is a folder; move it away
store-settings-link = settings.toml is a symbolic link, and whoever owns its target could change it; put the file itself there
store-settings-owner = settings.toml belongs to another user; make it yours, or replace it by a copy
store-settings-special = settings.toml is not a settings file; move it away
store-settings-unreadable = settings.toml cannot be read: { $reason }
settings-not-text = the file is not text in UTF-8
settings-not-text-do = save it as UTF-8, or go back to settings.toml.previous

## Window
window-name = Homeport
window-pages = Pages
window-page-status = Status
window-page-activity = Activity
window-page-network = Network
window-page-settings = Settings
window-page-help = Help
window-problems = { $count ->
    [one] 1 problem
   *[other] { $count } problems
}
window-close = Close
window-cancel = Cancel
window-more-for = More for { $hostname }
window-copied = Copied
window-copy-failed = This system did not let us copy.
window-reason-happened = Homeport did not answer.
window-reason-means = It may be starting again; nothing was changed.
window-reason-do = Try again in a moment.
window-starting = Starting Homeport…
window-starting-detail = This takes a second. Your names stay as they are.
window-failed = Homeport could not be started
window-failed-do = Reinstall Homeport, or start it in a terminal with “homeport run” to see why.
window-failed-again = Try again
window-ended = Homeport ended; we wait for it to come back. What you see is from { $time }.
window-stopped = Homeport has stopped. Your names are not kept up to date.
window-stopped-start = Start Homeport

window-check-now = Check now
window-checking = Checking…
window-check-again-in = Again in { $seconds } s
window-pause = Pause updates
window-pause-hour = For 1 hour
window-pause-tomorrow = Until tomorrow
window-pause-resumed = Until I resume
window-resume = Resume updates
window-addresses = Your addresses
window-copy-address = Copy { $family } address
window-no-address = no address
window-seen = seen { $ago }
window-hostnames = Hostnames
window-add = Add hostname
window-since = since { $time }
window-next-try = next try { $time }
window-no-tray = This desktop shows no tray icons. Homeport keeps running; open this window from your applications.

window-row-try-again = Try again
window-row-update = Update now
window-row-pause = Pause
window-row-resume = Resume
window-row-remove = Remove…
window-remove-title = Remove { $hostname } from Homeport?
window-remove-text = Homeport stops updating it. The DNS record itself stays as it is.
window-remove = Remove
window-update-here-title = Point your hostnames to this network?
window-update-here-text = They lead here and not home until this computer is in a home network again. In the next other network Homeport waits again.
window-update-here-confirm = Update here
window-zones-title = Your domains
window-zones-text = The token sees these domains. { $host } has to be in one of them.
window-zones-none = The token works, and no domain is named for it.

window-problem-try = next try { $time }
window-problem-open = Show what to do: { $problem }

window-practice-title = Ask the practice server yourself
window-practice-text = It runs inside this computer while { $hostname } is here. Paste this into a terminal:
window-copy-command = Copy command

window-empty-title = Two ways to begin
window-empty-add = Add your first hostname
window-empty-add-text = A name at a provider such as deSEC, No-IP or Duck DNS, free or paid.
window-empty-practice = Try it without an account
window-empty-practice-text = A practice provider inside this computer. Nothing leaves it.
window-import-card = Coming from another client
window-import-card-text = Take over what ddclient, inadyn, ddns-go, No-IP or a router keeps up to date.
window-import-title = Take over from another client
window-import-text = Choose its settings file. Nothing is added before you have seen what would be.
window-import-choose = Choose file…
window-import-client = Whose file it is
window-import-recognise = Recognised by itself
window-import-found = In this file of { $client }: { $count ->
    [0] nothing that can be taken over
    [one] one hostname
   *[other] { $count } hostnames
}
window-import-added = { $count ->
    [one] One hostname was added
   *[other] { $count } hostnames were added
}
window-import-left-out = Not taken over
window-import-not-run = Listed, and never run
window-import-not-needed = Not needed
window-import-guessed = (guessed: please check)
window-import-secret = { $key }: hidden, goes to the keychain
window-import-line = Line { $line }:
window-import-more = and { $count } more
window-import-nothing-yet = Nothing was added yet.
window-import-add = { $count ->
    [one] Add this hostname
   *[other] Add { $count } hostnames
}

window-activity-detail = Kept for { $days } days on this computer. Secrets are never written here.
window-activity-show = Show
window-activity-all = Everything
window-activity-changes = Changes
window-activity-problems = Problems
window-activity-today = Today, { $date }
window-activity-yesterday = Yesterday, { $date }
window-activity-folded = { $count ->
    [one] Checked, no change
   *[other] Checked { $count }×, no change
}
window-activity-older = Show older
window-activity-none = Nothing has happened yet
window-activity-none-text = Every change and every problem will be one line here.
window-activity-none-kind = Nothing of this kind
window-weight-routine = Routine
window-weight-change = Change
window-weight-warning = Look here
window-weight-failure = Problem

window-network-detail = What lies between this computer and your names, checked one by one.
window-network-run = Run all checks
window-network-running = Checking…
window-network-waiting = The checks ask the network; this takes a few seconds.
window-network-checks = Checks
window-notification-test = Send a test
window-notification-asked = Did a notification appear?
window-notification-yes = It appeared
window-notification-no = Nothing appeared
window-network-sum = { $passed } passed, { $look } to look at
window-network-sum-skipped = { $passed } passed, { $look } to look at, { $skipped } skipped
window-check-pass = Passed
window-check-warn = Look here
window-check-fail = Failed
window-check-skipped = Skipped

window-settings-detail = Every change applies at once.
window-settings-accounts = Accounts
window-settings-no-account = No account yet
window-settings-no-account-text = The wizard makes one with your first hostname.
window-settings-account = { $count ->
    [one] { $account } · 1 hostname
   *[other] { $account } · { $count } hostnames
}
window-settings-places = Where things are
window-settings-file = Settings
window-settings-state = History and state
window-settings-secrets = Tokens and passwords
window-settings-keychain = { $system ->
    [windows] In the Windows Credential Manager, never in a file.
    [macos] In your macOS keychain, never in a file.
   *[other] In your desktop's keyring, never in a file.
}
window-settings-copy-path = Copy the path of { $what }
window-settings-version = Version
window-settings-theme = Colours
window-settings-tray = Tray
window-autostart = Start at login
window-autostart-on = The entry is there: { $place }
window-autostart-off = Nothing is updated until you open Homeport.
window-autostart-stale = The entry starts something else: { $program }. Switch it on to correct it.
window-autostart-managed = systemd starts it. To switch it off: systemctl --user disable homeport
window-autostart-hidden = Without its window
window-autostart-hidden-text = Only the house in the tray appears.
window-tray-shown = The house is in your tray.
window-tray-none = Homeport runs without a tray icon.

window-way-title = The way of your address
window-way-computer = This computer
window-way-router = Router
window-way-tunnel = VPN
window-way-internet = Internet
window-way-dns = DNS servers
window-way-world = World
window-way-no-route = no way out
window-way-accepted = accepted { $time }
window-way-servers = { $right } of { $count } { $count ->
    [one] server
   *[other] servers
}
window-way-soon = soon
window-way-old = old address
window-way-seen = sees it too
window-way-left = { $seconds } s left
window-way-caches-until = Caches may show the old value until then.
window-way-cut = The way is broken before this station.
window-way-hold = Updates are on hold before this station.
window-way-is-ok = In order.
window-way-is-waiting = Under way.
window-way-is-old = Has the old value.
window-way-is-unsure = Look here.
window-way-is-none = Not in use.
window-way-clear = The way home is clear
window-way-moving = The new address is on its way
window-way-doubtful = Look here: { $station }
window-way-ends-at = The way ends at: { $station }
window-way-held-at = On hold before: { $station }
window-way-about = For { $hostname }, checked { $ago }.
window-way-which = Hostname

window-host-where = Where the change is now
window-host-record = Record
window-host-servers = What each name server says
window-server-name = Name server
window-server-answer = Answer
window-server-silent = No answer: { $why }
window-server-empty = no address
window-server-right = Right:
window-server-wrong = Different:
window-host-kept = What is kept up to date
window-host-ttl = { $word }; caches keep it for { $seconds } s
window-host-access = Access
window-host-remove = Remove from Homeport
window-host-remove-text = The DNS record itself stays as it is.
window-standby-title = Standby
window-standby-text = It keeps the name while { $provider } cannot, and is kept right from then on.
window-standby-serves = keeps it now
window-standby-since = keeps it since { $time }
window-standby-from = keeps it from { $time }
window-standby-waits = not needed now
window-standby-row = standby { $provider }
window-standby-row-from = { $provider } from { $time }
window-standby-row-fault = standby { $provider }: { $words }
window-row-open = Details

window-time-title = Your address over time
window-time-held = How long each address was held
window-time-family = Address
window-time-range = Span
window-time-days = { $days } days
window-time-none = Nothing to draw yet. The first change of your address will be here.
window-time-sum = Drawing: { $addresses ->
    [one] 1 address
   *[other] { $addresses } addresses
}, { $outages ->
    [0] no interruption
    [one] 1 interruption
   *[other] { $outages } interruptions
} in { $days } days
window-time-today = today
window-time-now = { $span } so far
window-time-all = Show all { $count }

window-activity-lines = What happened
window-activity-hostname = Hostname
window-activity-every = All hostnames
window-activity-sent = { $count ->
    [0] Homeport sent no update of { $host } in the last 24 hours.
    [one] Homeport sent one update of { $host } in the last 24 hours.
   *[other] Homeport sent { $count } updates of { $host } in the last 24 hours.
} Every other change came from elsewhere: another program, a router, or the provider’s own page.
window-activity-search = Search
window-activity-copy = Copy these lines
window-activity-when = when
window-activity-request = sent
window-activity-answer = answer
window-activity-details = Details
window-activity-hidden = Secrets are hidden in it.
window-report = Report
window-report-text = This is all of it. Nothing is sent: save or copy it, and give it to whom you choose.
window-report-hide = Hide names and addresses
window-report-hide-text = They become host-1 and address-1. Secrets are never in here.
window-report-copy = Copy the report
window-report-save = Save as a file
window-report-making = The checks run; this takes some seconds.
window-saved = Saved: { $path }
window-report-title = Report for support
window-network-copy = Copy the results

window-settings-sections = Sections
window-settings-general = General
window-settings-notifications = Notifications
window-settings-network = Home and VPN
window-settings-sources = Your address
window-settings-advanced = Advanced
window-icon-title = Tray icon
window-icon-monochrome = One colour
window-icon-color = Coloured
window-log-title = Log
window-log-text = How much goes to standard error or the system’s journal. --log outweighs it.
window-proxy-title = Proxy for providers
window-proxy-text = http://host:port, without a password. Empty: what the system says.
window-proxy-echo = Ask for the address through it, too
window-proxy-echo-text = The services then see the proxy’s address, which is rarely your home’s.
window-stun-metered = STUN on a metered connection
window-stun-metered-text = 48 bytes for each question, at most one in 30 seconds.
window-nameservers-title = Own name servers
window-nameservers-text = Asked for the proof instead of the zone’s own. One address a line, with a port if it is not 53. Empty: the zone’s own.
window-nameservers-wrong = Line { $line } is not an address: { $text }
window-apply = Apply
window-webhook-title = Webhook
window-webhook-text = Once for each change that is proved in DNS, this server gets a message.
window-webhook-set = It goes to { $server }
window-webhook-url = Address
window-webhook-url-text = https://… It may be a secret, so it is not shown again. Empty: the one that is set.
window-webhook-method = Method
window-webhook-body = Text
window-webhook-body-text = Placeholders: { $names }. Empty: all of them as JSON.
window-webhook-test = Send a test
window-webhook-tested = The server took it.
window-settings-language = Language
window-language-system = System ({ $language })
window-theme-system = System
window-theme-light = Light
window-theme-dark = Dark
window-notify-title = Tell me
window-notify-all = Everything
window-notify-needs-me = What needs me
window-notify-none = Nothing
window-notify-all-text = New addresses, and what needs you. At most three an hour.
window-notify-needs-me-text = Only what you have to do something about.
window-notify-none-text = The tray and this window still show every problem.
window-vpn-title = While a VPN is on
window-vpn-hold = Hold
window-vpn-through = Use it
window-vpn-physical = Look past it
window-vpn-hold-text = Your names keep pointing home; updates wait.
window-vpn-through-text = Your names point to the address of the VPN.
window-vpn-physical-text = We ask through your own line, where the system allows it.
window-home-title = Home networks
window-home-some = Updates happen only in these networks.
window-home-none = Updates happen in every network.
window-home-remove = Remove { $network }
window-home-here = This network
window-home-here-text = You are in { $network }.
window-home-add = Add it to the home networks
window-source-router = Router
window-source-router-text = Asked first, on this network only.
window-source-stun = STUN servers
window-source-stun-text = As video calls use them.
window-source-http = Web services
window-source-http-text = Several, and no two of one operator for one answer.
window-source-dns = DNS services
window-source-dns-text = Name servers that answer with who asks.
window-source-interface = This computer
window-source-interface-text = Addresses that are on this computer itself.
window-settings-backup = Backup
window-settings-backup-text = A copy of all settings, for this computer or another one. Secrets and the webhook are not in it.
window-backup-save = Save a copy
window-backup-restore = Restore a copy
window-backup-lacking = Restored. No token here yet for: { $accounts }
window-settings-quit = While Homeport is not running, nothing is updated. Removing Homeport leaves your DNS as it is.
window-undo = Undo
window-undo-text = Changed: { $what }

window-replace = Replace token
window-replace-title = New access for { $provider }
window-replace-text = It replaces the stored one for { $account }. Updates go on at once.
window-replace-until-quit = There is no keychain here. What you type stays in memory until Homeport quits, and is never written to a file.
window-replace-save = Save
window-replace-none = { $provider } needs no secret.

window-help-title = Keys
window-help-pages = Status, Activity, Network, Settings
window-help-add = Add a hostname
window-help-check = Check now
window-help-settings = Settings
window-help-back = Back, or close
window-help-this = This list

window-field-show = Show { $field }
window-field-hide = Hide { $field }
window-field-optional = optional
window-field-missing = { $field } is needed.
window-field-pattern = This does not fit “{ $field }”. Copy all of it, and nothing else.
window-field-pattern-example = This does not fit “{ $field }”. It looks like { $example }.
window-file-choose = Choose file…
window-file-taken = The text of the file is in the field.
window-file-too-long-happened = This file is longer than any key.
window-file-too-long-means = It has more than 64 KiB. Nothing of it was taken.
window-file-too-long-do = Choose the file that the provider made for you.
window-file-not-text-happened = This file is not text.
window-file-not-text-means = A key file is text in UTF-8. Nothing of it was taken.
window-file-not-text-do = Choose the file as it was downloaded, or paste its text.
window-file-not-read-happened = This file could not be read.
window-file-not-read-means = The system said: { $reason }.
window-file-not-read-do = Check that you may open it, or paste its text.
window-hostname-missing = Type the name that should lead to your home.
window-hostname-wrong = This is not a hostname. It looks like home.example.org.
window-family-missing = Switch at least one of the two on.

window-wizard-step = { $name } · step { $number } of { $of }
window-wizard-close = Close, keep as draft
window-wizard-back = Back
window-wizard-continue = Continue
window-wizard-provider = Provider
window-wizard-access = Access
window-wizard-hostname = Hostname
window-wizard-test = Test
window-wizard-done = Done

window-provider-title = Which name should lead to your home?
window-provider-text = Type the one you already have and we find out who looks after it, or search for a provider.
window-provider-search = Hostname or provider
window-provider-example = home.example.org
window-provider-found = { $hostname } is looked after by { $provider }
window-provider-looking = Looking up who looks after { $hostname }…
window-provider-not-found = We did not recognise who looks after { $hostname }. Choose its provider below.
window-provider-list = Providers
window-provider-no-match = No provider has “{ $text }” in its name.
window-provider-choose = Choose a provider first.
window-provider-unverified = your own file

window-preflight = Before you begin
window-preflight-address = { $family }: { $verdict }

window-access-title = Give Homeport a key to { $provider }
window-access-text = It may change the DNS records you name, nothing more.
window-access-text-plain = What { $provider } asks for before it changes a record.
window-access-none = { $provider } needs nothing from you here.
window-access-open = Open { $provider }
window-access-rights = Give it these rights, nothing more:
window-access-which = Which account
window-access-saved = Saved: { $account }
window-access-new = Another account
window-access-saved-text = The stored access is used again. Nothing to type.
window-access-kept = { $system ->
    [windows] Saved in Windows Credential Manager. Homeport never writes it to a file and never shows it again.
    [macos] Saved in your macOS keychain. Homeport never writes it to a file and never shows it again.
   *[other] Saved in your desktop's keyring. Homeport never writes it to a file and never shows it again.
}
window-token-checking = Checking the token…
window-token-go-on = You can go on: the test at the end shows whether it works.
window-token-needs = It needs:

window-name-title = Which name, and where should it point?
window-name-text = Only the records you switch on are touched; everything else in the zone stays.
window-name-label = Hostname
window-name-below = Name
window-name-zone = Zone
window-name-zone-typed = Type the whole name
window-name-zone-help = Will be kept: { $hostname }. Write @ for the zone itself.
window-name-zone-empty = Write @ for the zone itself.
window-name-ipv4 = IPv4
window-name-ipv6 = IPv6
window-name-record-a = A record
window-name-record-aaaa = AAAA record
window-name-will-be = Will be { $address }
window-name-own = Will be this computer's own address
window-name-unknown = Not known yet; set as soon as it is
window-name-not-here = There is no lasting address of this kind here. The record stays as it is.
window-name-create = Create missing records
window-name-create-text = Without it, Homeport only changes records that exist.
window-name-only-here = Only in this network
window-name-only-here-text = Elsewhere, in a café or a hotel, updates wait, so that your name never points there.

window-test-title = Update it once and watch
window-test-text = This is the real thing. You see every step, and nothing is hidden when one fails.
window-test-start = Update and check
window-test-again = Try again
window-test-again-in = Again in { $seconds } s
window-test-sent = Sent to { $provider }
window-test-accepted = { $provider } accepted it
window-test-unchanged = { $provider } has this address already
window-test-reads-back = Its name servers have it
window-test-proxied = { $provider } stands before it with its proxy
window-test-visible = Visible in the world
window-test-visible-caches = caches may take a few minutes longer
window-test-visible-later = takes up to a few minutes; you can go on
window-test-seconds = { $seconds } s
window-test-fix-access = Change access
window-test-fix-hostname = Change hostname
window-test-anyway = Add it anyway
window-test-anyway-text = Homeport keeps trying by itself.
window-test-keep = Keep it up to date
window-test-adding = Adding…

window-done-title = { $hostname } leads home
window-done-adding = { $hostname } is in good hands
window-done-text = Homeport keeps it that way. You can close this window.
window-done-text-tray = Homeport stays in the tray and keeps it that way. You can close this window.
window-done-where = { $system ->
    [windows] You find it at the lower right of your screen, maybe behind the arrow.
    [macos] You find it in the menu bar.
   *[other] You find it in your tray.
}
window-done-another = Add another
window-done-kept = The access is kept for the next name at { $provider }.
window-done = Done


## Provider forms

form-refused = { $problem }.
form-refused-means = Nothing was sent or stored.
form-refused-cure = Correct the marked field and try again.
recognised-by-suffix = Names under { $suffix } belong to it.
recognised-by-nameserver = The zone is served by { $server }.

## Secrets that could not be stored

vault-locked-happened = The keychain is locked.
vault-locked-means = The secret was not stored.
vault-locked-do = Unlock the keychain, then try again.
vault-absent-happened = There is no keychain here.
vault-absent-means = The secret was not stored; we keep secrets nowhere else.
vault-absent-do = Start or install gnome-keyring or KWallet, or use systemd credentials on a server.
vault-denied-happened = The system denied access to the keychain.
vault-denied-means = The secret was not stored.
vault-denied-do = Allow Homeport in the keychain's settings, then try again.
vault-too-long-happened = The secret is too long.
vault-too-long-means = The keychain of this system takes at most { $limit } characters.
vault-too-long-do = Check that only the secret was pasted.
vault-read-only-happened = The secrets of this account come from systemd's credentials.
vault-read-only-means = We can read them, not change them.
vault-read-only-do = Change the credential in the service's unit, then restart the service.
vault-not-kept-happened = The keychain did not keep the secret.
vault-not-kept-means = Another value came back when we read it again.
vault-not-kept-do = Look whether another program changes the entry, then try again.

## Doctor: the title of each check, what was found, and (-do) what to do

doctor-settings = Settings file
doctor-settings-right = It is right and names { $count ->
    [1] 1 hostname
   *[other] { $count } hostnames
}.
doctor-settings-empty = It names no hostname.
doctor-settings-empty-do = Add a hostname in the window, or with: homeport add.
doctor-settings-wrong = { $message }
doctor-settings-wrong-do = Correct the line, or go back to settings.toml.previous. The last good settings stay in force until then.
doctor-notification = Notifications
doctor-notification-untried = Only you can tell whether one appears.
doctor-notification-seen = The test appeared.
doctor-notification-unseen = The test did not appear.
doctor-notification-unseen-do = { $system ->
    [windows] Allow Homeport under Settings, System, Notifications, and turn “Do not disturb” off.
    [macos] Allow Homeport under System Settings, Notifications, and turn Focus off.
   *[other] Turn “Do not disturb” off, and allow Homeport in the desktop's notification settings.
}
doctor-webview = What draws the window
doctor-webview-right = Version { $version }.
doctor-webview-silent = It does not say its version.
doctor-webview-old = Version { $version } is old: pages may look wrong.
doctor-webview-old-do = Update the system. Your hostnames are kept up to date all the same.
doctor-state = Stored state
doctor-state-right = { $path } can be written.
doctor-state-wrong = { $path } cannot be written: { $reason }.
doctor-state-wrong-do = Make room on the disk, or make the folder yours. We go on from memory and try again by ourselves.
doctor-credentials = Credentials folder
doctor-credentials-right = { $path } holds { $count ->
    [1] 1 secret
   *[other] { $count } secrets
}.
doctor-credentials-empty = { $path } is empty.
doctor-credentials-empty-do = Name each secret in the service's unit: LoadCredential=ACCOUNT.FIELD:/path.
doctor-credentials-unreadable = { $path } cannot be read.
doctor-credentials-unreadable-do = Start Homeport through its systemd unit, which makes this folder readable.
doctor-keychain = Keychain
doctor-keychain-ready = It is there and unlocked.
doctor-keychain-locked = It is locked; the secrets are safe in it.
doctor-keychain-locked-do = Unlock it. We go on by ourselves then.
doctor-keychain-absent = There is none.
doctor-keychain-absent-do = Start or install gnome-keyring or KWallet, or use systemd credentials on a server.
doctor-keychain-denied = The system denies access to it.
doctor-keychain-denied-do = Allow Homeport in the keychain's settings.
doctor-secrets = Secrets of { $account }
doctor-secrets-ready = They can be read.
doctor-secrets-missing = At least one is gone.
doctor-secrets-missing-do = Enter it again in the window.
doctor-secrets-locked = The keychain is locked.
doctor-secrets-locked-do = Unlock the keychain. We go on by ourselves then.
doctor-secrets-absent = There is no keychain to read them from.
doctor-secrets-absent-do = Start or install gnome-keyring or KWallet, or use systemd credentials on a server.
doctor-secrets-denied = The system denies access to them.
doctor-secrets-denied-do = Allow Homeport in the keychain's settings.
doctor-route = { $family } way out
doctor-route-gateway = Over { $interface } to { $gateway }.
doctor-route-direct = Over { $interface }.
doctor-route-tunnel = Over { $interface }, which is a VPN.
doctor-route-tunnel-do = Turn the VPN off, or choose in the settings what counts while it is on (vpn).
doctor-route-none = There is no default route.
doctor-route-none-do = Connect this computer to the network. Without { $family } at home, switch that record off.
doctor-route-unwanted = There is none, and no hostname needs { $family }.
doctor-ipv6 = Lasting IPv6 address
doctor-ipv6-lasting = { $address }
doctor-ipv6-passing = There are only addresses that change by themselves.
doctor-ipv6-passing-do = Switch on a stable IPv6 address in the network settings of this computer.
doctor-ipv6-none = This computer has no public IPv6 address.
doctor-ipv6-none-do = Switch IPv6 on in the router, or the AAAA record off.
doctor-ipv6-unwanted = No hostname needs one.
doctor-watcher = Watching the network
doctor-watcher-running = Changes are seen at once.
doctor-watcher-down = { $message }
doctor-watcher-down-do = We look every minute instead. Restart Homeport if this stays.
doctor-router = Router
doctor-router-tells = { $words }
doctor-router-behind = { $words }
doctor-router-behind-do = Ask your internet provider for an IPv4 address of your own, switch the first router to bridge mode, or use IPv6.
doctor-router-pulses = { $words }
doctor-router-silent = { $words }
doctor-router-silent-do = Switch on UPnP or NAT-PMP in the router, so that changes are seen at once.
doctor-router-direct = { $words }
doctor-sources = Public { $family } address
doctor-sources-agree = { $address }: { $why }
doctor-sources-own = { $address } is this computer's own address.
doctor-sources-own-do = The world may not reach it. Check the internet connection.
doctor-sources-unknown = { $why }
doctor-sources-unknown-do = The records stay as they are. Check the internet connection, then check again.
doctor-sources-early = The first check has not ended yet.
doctor-sources-unwanted = No hostname needs it.
doctor-route-beside = { $family } is looked for beside the VPN, by { $interface }.
doctor-network = Network
doctor-network-home = { $network } is a home network.
doctor-network-everywhere = Updates happen in every network.
doctor-network-away = Away: { $network } is not one of your home networks.
doctor-network-away-do = Nothing, unless this is home too: then add it to the home networks.
doctor-network-unknown = It cannot be told which network this is.
doctor-network-unknown-do = Check the connection to the router. Updates wait until the network is known.
doctor-power = Power and cost
doctor-power-plugged = Not on battery, and not known to be metered: questions come at full pace.
doctor-power-battery = On battery: questions come less often.
doctor-power-metered = Metered connection: STUN servers are not asked.
doctor-power-both = On battery and metered: questions come less often, and STUN servers are not asked.
doctor-source = { $source } ({ $family })
doctor-source-heard = { $words } Health: { $health } of 100.
doctor-source-doubted = { $words } Health: { $health } of 100.
doctor-source-doubted-do = Nothing: others are believed. A source that stays wrong is left alone for an hour.
doctor-dropped = Broken answers
doctor-dropped-none = None came.
doctor-dropped-some = Dropped: { $kinds }.
doctor-clock = Clock
doctor-clock-right = Certificates are valid by it.
doctor-clock-wrong = The date of this computer is wrong.
doctor-clock-wrong-do = Set date and time, best from the internet. Secure connections fail until then.
doctor-clock-unknown = No secure connection was made that could show it.
doctor-proxy = Proxy
doctor-proxy-none = None is set.
doctor-proxy-set = Requests to providers use { $proxies }.
doctor-provider = Connection to { $provider }
doctor-provider-reached = { $host } answers with a valid certificate.
doctor-provider-proxy = Not tried, as requests go through a proxy.
doctor-provider-unreached = { $message }.
doctor-provider-unreached-do = Check the internet connection and the firewall. The provider may have trouble, too.
doctor-provider-untrusted = { $message }.
doctor-provider-untrusted-do = Nothing secret was sent. Check the clock; a filter or a company network can be the cause too (SSL_CERT_FILE).
doctor-dns = { $hostname }, { $record }
doctor-dns-proved = The zone's own name servers have { $address }.
doctor-dns-accepted = The provider accepted { $address }; its name servers do not show it yet.
doctor-dns-accepted-do = Wait a few minutes. We look again by ourselves.
doctor-dns-unsure = { $word }
doctor-dns-unsure-do = We could not confirm it and look again by ourselves.
doctor-dns-wrong = { $word }
doctor-dns-wrong-do = Look at this hostname in the window; it says what to do.
doctor-dns-held = Nothing is expected now: { $word }
doctor-standby = { $hostname }, { $record }, standby at { $provider }
doctor-standby-ready = It is not needed now and has published nothing.
doctor-ttl = { $hostname }, TTL
doctor-ttl-long = After a change others may keep the old address for { $count } minutes.
doctor-ttl-long-do = Lower the TTL of the record at { $provider }, if it offers that.
doctor-ttl-lower = After a change others may keep the old address for { $count } minutes.
doctor-ttl-lower-do = Lower it at { $provider }, or write lower_ttl = true at this hostname in settings.toml: Homeport sets { $seconds } seconds with the next change.
doctor-ttl-soon = Others may keep the old address for { $count } minutes. With the next change it becomes { $seconds } seconds.
doctor-tray = Tray icon
doctor-tray-shown = It is shown.
doctor-tray-no-host = This desktop shows no tray icons.
doctor-tray-no-host-do = On GNOME, switch on the extension AppIndicator. Homeport works without the icon.
doctor-tray-none = There is no desktop here.
doctor-autostart = Start at login
doctor-autostart-on = { $place } starts this program.
doctor-autostart-managed = systemd starts { $program } ({ $place }).
doctor-autostart-headless = There is no entry, and no desktop here.
doctor-autostart-off = Homeport does not start by itself.
doctor-autostart-off-do = Switch it on in the settings, or with: homeport service install
doctor-autostart-stale = { $place } starts something else: { $program }
doctor-autostart-stale-do = Switch it off and on again in the settings, or run: homeport service install
## Lines of the history

journal-started = Homeport { $version } started.
journal-address-found = { $family } address { $new } found. Seen by { $names }.
journal-address-changed = New { $family } address { $new }, before { $old }. Seen by { $names }.
journal-address-unknown = The { $family } address is not sure any more. { $why }
journal-sent = { $count ->
    [one] Sent { $addresses } for { $host } to { $provider }.
   *[other] Sent { $addresses } for { $count } hostnames to { $provider }.
}
journal-answered-good = { $provider } accepted the update of { $host }.
journal-answered-unchanged = { $provider } already had this address for { $host }.
journal-answered-bad-auth = { $provider } rejected the token for { $host }{ $quoted ->
    [yes] : { $message }
   *[no] .
}
journal-answered-no-such-host = { $provider } has no { $host } in this account{ $quoted ->
    [yes] : { $message }
   *[no] .
}
journal-answered-not-entitled = { $provider } says this account may not change { $host }{ $quoted ->
    [yes] : { $message }
   *[no] .
}
journal-answered-blocked = { $provider } has blocked { $host }{ $quoted ->
    [yes] : { $message }
   *[no] .
}
journal-answered-bad-request = { $provider } did not accept the update of { $host }{ $quoted ->
    [yes] : { $message }
   *[no] .
}
journal-answered-client-refused = { $provider } refused this program, asked for { $host }{ $quoted ->
    [yes] : { $message }
   *[no] .
}
journal-answered-rate-limited = { $provider } asks us to wait with { $host }{ $quoted ->
    [yes] : { $message }
   *[no] .
}
journal-answered-server-trouble = { $provider } has trouble, asked for { $host }{ $quoted ->
    [yes] : { $message }
   *[no] .
}
journal-answered-unknown = { $provider } answered something we do not understand for { $host }{ $quoted ->
    [yes] : { $message }
   *[no] .
}
journal-uncertain = The update of { $host } at { $provider } could not be confirmed: { $message }.
journal-not-sent = { $provider } was not reached for { $host }: { $message }.
journal-trouble = { $code ->
    [settings-broken] The settings file has a mistake: { $message }.
    [store-broken] Stored data was damaged; the damaged file is kept as { $message }.
    [store-newer] A newer Homeport wrote { $message }; it is left alone.
   *[disk-full] Homeport cannot write its data: { $message }.
}
journal-proved = { $seconds ->
    [0] The name servers of { $host } say { $address }.
   *[other] The name servers of { $host } say { $address }, { $seconds } s after the update.
}
journal-not-proved = { $count ->
    [0] The name servers of { $host } do not have { $expected } yet.
   *[other] The name servers of { $host } say { $found } instead of { $expected }.
}
journal-halted = Updates at { $provider } stopped until you act.
journal-halted-hostname = Updates of { $host } at { $provider } stopped until you act.
journal-standby-serves = { $host } is kept by its standby { $provider } now: the first account has been out for too long.
journal-first-serves = { $provider } keeps { $host } again.
journal-held-vpn = On hold: a VPN ({ $name }) is on.
journal-held-away = On hold: this is not a home network.
journal-released = Updates go on.
journal-paused = You paused all updates.
journal-paused-hostname = You paused { $host }.
journal-resumed = Updates were resumed.
journal-resumed-hostname = You resumed { $host }.
journal-settings = Settings changed: { $what }
journal-checked = Checked, as you asked.
journal-notified = { $try ->
    [yes] The webhook { $server } took a test.
   *[no] The webhook { $server } was told of { $host }.
}
journal-not-notified = { $try ->
    [yes] A test did not reach the webhook { $server }: { $message }
   *[no] The webhook { $server } could not be told of { $host }: { $message }
}

## Results of `homeport try`, `homeport once` and the wizard's test

token-good = { $provider } accepts the token.
token-good-for = Token works for: { $zones }{ $more ->
    [0] .
   *[other] {" "}and { $more } more.
}
token-refused = { $provider } does not accept the token{ $quoted ->
    [yes] : { $message }
   *[no] .
}
token-not-entitled = { $provider } knows the token, and it lacks a right{ $quoted ->
    [yes] : { $message }
   *[no] .
}
token-later = { $provider } could not be asked now{ $quoted ->
    [yes] : { $message }
   *[no] .
}
token-unknown = { $provider } answered something we do not understand{ $quoted ->
    [yes] : { $message }
   *[no] .
}
try-good = { $host } was updated.
try-unchanged = { $host } already had this address.
try-bad-auth = The provider did not accept the token{ $quoted ->
    [yes] : { $message }
   *[no] .
} Make a new one and paste it.
try-no-such-host = This account has no { $host }{ $quoted ->
    [yes] : { $message }
   *[no] .
} Check the name at the provider.
try-not-yours = { $host } belongs to another account{ $quoted ->
    [yes] : { $message }
   *[no] .
} Check the name and the account.
try-not-entitled = This account or token may not change { $host }{ $quoted ->
    [yes] : { $message }
   *[no] .
} Add the right at the provider.
try-blocked = The provider has blocked { $host }{ $quoted ->
    [yes] : { $message }
   *[no] .
} Unblock it there first.
try-bad-request = The provider did not accept the request{ $quoted ->
    [yes] : { $message }
   *[no] .
} Check the fields.
try-client-refused = The provider refuses this version of Homeport{ $quoted ->
    [yes] : { $message }
   *[no] .
} Update Homeport.
try-rate-limited = The provider asks to wait{ $quoted ->
    [yes] : { $message }
   *[no] .
} Try again later.
try-server-trouble = The provider has trouble of its own{ $quoted ->
    [yes] : { $message }
   *[no] .
} Try again later.
try-unknown = The provider answered something we do not understand{ $quoted ->
    [yes] : { $message }
   *[no] .
}
try-uncertain = We could not confirm the update{ $quoted ->
    [yes] : { $message }
   *[no] .
} It may have worked.
try-not-sent = Nothing was changed{ $quoted ->
    [yes] : { $message }
   *[no] .
}
once-would-send = Would be updated.
once-would-not-send = Nothing would be sent.

## Refused requests: what happened, what it means, what to do

refused-no-thread-happened = Homeport could not start.
refused-no-thread-means = The system refused a thread.
refused-no-thread-do = Close other programs and start Homeport again.
refused-unknown-hostname-happened = { $host } is not in the settings.
refused-unknown-hostname-means = Nothing was changed.
refused-unknown-hostname-do = See the names with: homeport list
refused-bad-hostname-happened = “{ $host }” is not a hostname: { $error }.
refused-bad-hostname-means = Nothing was changed.
refused-bad-hostname-do = Write the whole name, such as home.example.org.
refused-no-address-happened = No address for { $host } is known.
refused-no-address-means = Nothing was sent.
refused-no-address-do = Check the internet connection, or type an address.
refused-no-secret-happened = The stored token for { $host } could not be read.
refused-no-secret-means = Nothing was sent.
refused-no-secret-do = Unlock the keychain, or paste the token again.
refused-hostname-twice-happened = { $host } is in the settings already.
refused-hostname-twice-means = One name is kept by one account.
refused-hostname-twice-do = Remove it first, or choose another name.
refused-no-family-happened = Both IPv4 and IPv6 are off for { $host }.
refused-no-family-means = There would be nothing to keep up to date.
refused-no-family-do = Switch at least one of them on.
refused-unknown-provider-happened = There is no provider “{ $provider }”.
refused-unknown-provider-means = Nothing was changed.
refused-unknown-provider-do = See the providers with: homeport providers
refused-bad-account-happened = “{ $account }” cannot be the name of an account.
refused-bad-account-means = It names the token in the keychain.
refused-bad-account-do = Use letters, digits, “-” and “_”, at most 64.
refused-no-network-happened = It cannot be told which network this is.
refused-no-network-means = No home network was added.
refused-no-network-do = Connect to the network, wait for a check, then try again.
refused-autostart-managed-happened = systemd starts Homeport already.
refused-autostart-managed-means = Two entries would open the window at each login, so nothing was changed: { $reason }
refused-autostart-managed-do = To switch it off: systemctl --user disable homeport
refused-autostart-out-of-reach-happened = The service cannot start { $reason }.
refused-autostart-out-of-reach-means = It sees no home folders and no temporary ones. Nothing was changed.
refused-autostart-out-of-reach-do = Put the program into a folder such as /usr/local/bin.
refused-autostart-not-written-happened = The start at login could not be changed: { $reason }
refused-autostart-not-written-means = It is as it was before.
refused-autostart-not-written-do = Check who may write there, then try again.
refused-not-saved-happened = The file could not be written: { $reason }
refused-not-saved-means = Nothing was saved, and nothing was replaced.
refused-not-saved-do = Choose a file that is not there yet, in a folder that you may write to.
refused-not-restored-happened = The copy cannot be used: { $error }
refused-not-restored-means = Your settings are as they were.
refused-not-restored-do = Choose a file that Homeport saved, and correct what is named here.
refused-webhook-url-happened = This is not an address that a webhook can have.
refused-webhook-url-means = The webhook is as it was.
refused-webhook-url-do = Write the whole address with https://. Plain http:// is only for an address of your own network, written in numbers.
refused-webhook-body-happened = There is no placeholder “{ $found }”.
refused-webhook-body-means = The webhook is as it was.
refused-webhook-body-do = Use hostname, family, address and old, each between two pairs of braces.
refused-webhook-test-happened = { $server } did not take the test: { $reason }
refused-webhook-test-means = It would not hear of a change either. Your hostnames are updated all the same.
refused-webhook-test-do = Check the address, and what that server expects.
refused-bad-device-happened = “{ $device }” is no ending of an address.
refused-bad-device-means = The AAAA record of another machine needs the second half of its address.
refused-bad-device-do = Write it as ::1234, or write the machine’s hardware address.
refused-other-provider-happened = The account “{ $account }” is at another provider.
refused-other-provider-means = Nothing was changed.
refused-other-provider-do = Choose another name for the new account.
refused-unknown-account-happened = There is no account “{ $account }”.
refused-unknown-account-means = Nothing was changed.
refused-unknown-account-do = See the accounts with: homeport list
refused-no-desktop-happened = No notification was shown: Homeport runs without a desktop.
refused-no-desktop-means = There is nobody who would see it.
refused-no-desktop-do = Start Homeport in your desktop session, without --no-tray.
refused-same-account-happened = “{ $account }” is the account of this hostname itself.
refused-same-account-means = A standby keeps a hostname while its own account cannot. Nothing was changed.
refused-same-account-do = Name another account, best at another provider; “homeport list” shows them.
refused-settings-wrong-happened = The settings were not changed: { $error }.
refused-settings-wrong-means = The file stays as it is.
refused-settings-wrong-do = Correct the file, then try again.
refused-settings-not-written-happened = The settings could not be written: { $error }.
refused-settings-not-written-means = The file stays as it is.
refused-settings-not-written-do = Check the disk and the folder, then try again.
## Command line: mistakes and trouble, in three parts

command-unasked-happened = The running Homeport could not be asked: { $reason }.
command-unasked-means = Nothing was changed.
command-unasked-do = Try again. If it stays so, end Homeport and start it with: homeport run
command-unexpected-happened = The running Homeport gave an answer that does not fit.
command-unexpected-means = It may be of another version than this command.
command-unexpected-do = End Homeport and start it again with: homeport run
command-unwritten-happened = The result could not be written: { $reason }.
command-unwritten-means = The command itself was carried out.
command-unwritten-do = Make room where the output goes, and ask with: homeport status
command-usage-happened = { $reason }
command-usage-means = Nothing was done.
command-usage-do = Look at: { $help }
command-stray = There is a word too many on the command line; it is not shown, because it may be a secret.
command-no-home-happened = This system names no home folder for you.
command-no-home-means = We do not know where the settings are.
command-no-home-do = Name a folder with --config DIR.
command-start-happened = Homeport could not start: { $reason }.
command-start-means = No hostname is kept up to date now.
command-start-do = Correct the cause and start it again. More is in the log with --log debug.
command-second-happened = Another Homeport has the place, and it does not answer: { $reason }.
command-second-means = Two of them would send twice, so this one ends.
command-second-do = End the other one first, or give this one a folder of its own with --config DIR.
command-hostname-happened = { $hostname } is not a hostname: { $reason }.
command-hostname-means = Nothing was sent or changed.
command-hostname-do = Write the whole name, such as home.example.org.
command-provider-happened = There is no provider { $provider }.
command-provider-means = Nothing was sent or changed.
command-provider-do = Choose one from: homeport providers
command-field-form-happened = A field lacks its = sign.
command-field-form-means = It is not shown here, because it may be a secret.
command-field-form-do = Write --field KEY=VALUE.
command-field-unknown-happened = { $provider } has no field of that name.
command-field-unknown-means = It is not shown here, because it may be a secret.
command-field-unknown-do = Choose from: { $known }.
command-field-twice-happened = The field { $field } is given twice.
command-field-twice-means = We cannot know which one is meant.
command-field-twice-do = Leave one of them out.
command-secret-shown-happened = { $label } is a secret and stands on the command line.
command-secret-shown-means = Other people on this computer can read it there, and the shell remembers it. Nothing was sent.
command-secret-shown-do = Write --field { $field }=- and type it, or --field { $field }=@FILE. Make a new one if others could have seen it.
command-secret-unread-happened = { $label } could not be read from { $file }: { $reason }.
command-secret-unread-means = Nothing was sent or changed.
command-secret-unread-do = Check the file's name and its permissions.
command-secret-empty-happened = { $label } is empty.
command-secret-empty-means = Nothing was sent or changed.
command-secret-empty-do = Paste it once more.

## Command line: results

second-start = Homeport runs already; its window opens.
second-start-headless = Homeport runs already.
done-removed = { $hostname } is no longer kept up to date. Its DNS record stays as it is.
done-added = { $hostname } is kept up to date from now on.
done-paused = All updates are paused until you resume.
done-paused-hour = All updates are paused for one hour.
done-paused-tomorrow = All updates are paused until tomorrow.
done-paused-one = { $hostname } is paused until you resume it.
done-resumed = All updates go on.
done-resumed-one = { $hostname } goes on.
service-on = Homeport starts by itself: { $place }
service-off = Homeport does not start by itself.
service-stale = { $place } starts something else: { $program }. To have it start this program: homeport service install
service-managed = systemd starts { $program }: { $place }
report-written = Written: { $path } ({ $names }). { $hidden } values are hidden; look at it before you give it away. Nothing was sent.
backup-written = Written: { $path }. Secrets are not in it.
backup-restored = The settings are restored.
backup-lacking = These accounts have no token on this computer yet: { $accounts }. Enter them again.
terminal-ago = { $span } ago
terminal-in = in { $span }
terminal-seconds = { $count ->
    [0] a moment
    [one] 1 second
   *[other] { $count } seconds
}
terminal-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
terminal-hours = { $count ->
    [one] 1 hour
   *[other] { $count } hours
}
terminal-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
terminal-checked = Checked { $when }.
terminal-not-checked = Not checked yet.
terminal-next = Next check { $when }.
terminal-next-try = next try { $when }
terminal-standby = standby: { $words }
terminal-standby-from = serves { $when }
terminal-since = since { $when }
terminal-seen = seen { $when }
terminal-paused = paused
terminal-practice = Ask the practice server yourself: { $command }
terminal-alone = Homeport does not run now. Start it with: homeport run
terminal-no-tray = This desktop shows no tray icons. Everything is in the window and in this command.
terminal-no-history = Nothing happened yet.
terminal-no-hostnames = There is no hostname yet. Add the first one with: homeport add
terminal-dry-run = Nothing is sent. This would happen:
terminal-providers = More about one of them: homeport providers ID
terminal-unverified = This provider comes from a file of your own; nobody has checked it.
terminal-fields = Fields
terminal-field-secret = secret
terminal-field-optional = may be left out
terminal-access = Where to get access
terminal-rights = Rights that it needs
outcome-updated = updated
outcome-would-update = would be updated
outcome-unchanged = up to date
outcome-refused = refused
outcome-retry = tried again later
outcome-unknown = could not confirm
outcome-held = on hold
outcome-proved = Proved at the zone's own name servers.
outcome-again = Not before { $span } from now.
check-pass = pass
check-warn = look
check-fail = fail
check-skipped = skipped
check-sum = { $passed } passed, { $warned } to look at, { $failed } failed.

# Taking over the settings of another client. $word is that client's own word.
import-command-why = “{ $word }” starts a program ({ $program }). Homeport never runs what an imported file names.
import-command-cure = If you still need its address, set addresses.command in the settings yourself.
import-include-why = Another file is included ({ $program }). It was not opened.
import-include-cure = Import that file as well.
import-script-why = This entry is updated by a script ({ $program }), which is not run.
import-script-cure = Look for its provider with “homeport providers”, and add the hostname with “homeport add”.
import-environment-why = The value of “{ $word }” is in the environment or in another file, which was not read.
import-environment-cure = Add the hostname with “homeport add”, which asks for the secret.
import-disabled-why = This entry is switched off there.
import-disabled-cure = Switch it on in the other client and import again, or use “homeport add”.
import-no-name-why = This entry names no hostname.
import-no-name-cure = Add the hostname with “homeport add”.
import-bad-name-why = A hostname in this line is not a whole name.
import-bad-name-cure = Add it with its whole name: homeport add home.example.org
import-whole-account-why = “{ $word }” stands for all names of an account or a group.
import-whole-account-cure = Homeport keeps each name by itself: use “homeport add” once for each.
import-no-provider-why = This entry names no provider.
import-no-provider-cure = Add the hostname with “homeport add”.
import-unknown-why = “{ $name }” is no provider that Homeport knows.
import-unknown-cure = See “homeport providers”, or write a provider file of your own and check it with “homeport providers check”.
import-closed-why = { $name } is closed. { $reason }
import-closed-cure = Choose another provider: homeport providers
import-own-server-why = The updates go to a server of their own ({ $server }) in a form of their own.
import-own-server-cure = Write a provider file of your own and check it with “homeport providers check”.
import-missing-why = { $state ->
    [wrong] “{ $label }” does not look like what the provider gives out.
   *[missing] The provider needs “{ $label }”, and the file does not have it.
 }
import-missing-cure = Add the hostname with “homeport add”.
import-foreign-why = This name cannot be kept at { $name }.
import-foreign-cure = Check the name and its zone, and add it with “homeport add”.
import-twice-why = The name stands in the file twice, with different accounts. The first one is taken.
import-twice-cure = Nothing to do, unless the second one was right.
import-kept-why = Homeport keeps this name already.
import-kept-cure = Nothing to do. To replace it, remove it first: homeport remove
import-no-family-why = { $name } keeps none of the records that are wanted for this name.
import-no-family-cure = Choose another provider for it: homeport providers
import-half-family-why = { $name } keeps only one of the two records of this name.
import-half-family-cure = Nothing to do: the other one is left as it is.
import-option-why = “{ $word }” is not supported.
import-option-cure = Set it at the provider, where it stays as it is.
import-spaces-why = There is a space before or after “=”, so the meaning of this line is not clear.
import-spaces-cure = Take the spaces out and import again.
import-line-why = This line could not be understood.
import-line-cure = Compare it with the other client's manual.
import-fixed-why = A fixed address is set ({ $word }). Homeport finds the address by itself.
import-fixed-cure = If it has to be fixed, set addresses.ipv4 or addresses.ipv6 in the settings.
import-plain-echo-why = The address service { $word } is asked without encryption, where anybody on the way can change the answer.
import-plain-echo-cure = Nothing to do: Homeport has services of its own.
import-page-echo-why = The address service { $word } answers with a page, or its address may hold a key.
import-page-echo-cure = Nothing to do: Homeport has services of its own.
import-proxy-why = A proxy is set.
import-proxy-cure = Homeport takes it from the environment: HTTPS_PROXY
import-notification-why = “{ $word }” sends a message when something happened.
import-notification-cure = Homeport tells through the desktop's notifications and “homeport status”.
import-too-many-why = The file has more than { $most } hostnames; the rest is left out.
import-too-many-cure = Divide the file and import the parts.
import-interval-why = How often to look is set (“{ $word }”).
import-interval-cure = Homeport notices changes by itself and keeps each provider's pace.
import-detection-why = Where to find the address is set (“{ $word }”).
import-detection-cure = Homeport asks the router, the interfaces and services outside by itself.
import-too-long-happened = The file is longer than 1 MiB.
import-too-long-means = No client writes such a file. Nothing was read.
import-too-long-do = Check that it is the right file.
import-empty-happened = There is nothing in the file.
import-empty-means = Nothing was imported.
import-empty-do = Check that it is the right file.
import-binary-happened = The file is not a text.
import-binary-means = Nothing was imported.
import-binary-do = Give the configuration file itself, not an archive or a program.
import-noip2-happened = This is the configuration of noip2, which only noip2 itself can read.
import-noip2-means = Nothing was imported.
import-noip2-do = See its hostnames with “noip2 -S”, then use “homeport add HOSTNAME --provider no-ip” for each.
import-unrecognised-happened = The file looks like no client's configuration.
import-unrecognised-means = Nothing was imported.
import-unrecognised-do = Say whose it is with --from: { $clients }.
import-syntax-happened = Line { $line } cannot be read: { $problem }.
import-syntax-means = The other client could not read this file either. Nothing was imported.
import-syntax-do = Correct the line, or say whose file it is with --from: { $clients }.
import-head = { $client }: { $count ->
    [0] nothing can be added.
    [one] one hostname can be added.
   *[other] { $count } hostnames can be added.
 }
import-secret = { $key }: hidden; goes to the keychain as { $entry }
import-guessed = (guessed: please check)
import-sources = Address services that will be asked too
import-left-out = Not taken over
import-not-run = Listed, and never run
import-not-needed = Not needed
import-line-number = line { $line }
import-more = and { $count } more
import-question = { $count ->
    [one] Add this hostname? [y/N]
   *[other] Add these { $count } hostnames? [y/N]
 }
import-not-added = Nothing was added. To add it: homeport import FILE --yes
import-added = { $count ->
    [one] One hostname was added.
   *[other] { $count } hostnames were added.
 } Stop { $client } now: two clients for one name get in each other's way.
terminal-hosts = Secrets go to: { $hosts }
terminal-unverified-hosts = This provider comes from a file of your own; nobody has checked it. Secrets go to: { $hosts }
command-file-happened = { $file } could not be read: { $reason }.
command-file-means = Nothing was done.
command-file-do = Check the path and who may read the file.
command-no-file-happened = { $file } is a link, a folder or a device.
command-no-file-means = Nothing was read.
command-no-file-do = Give the path of the file itself.
own-provider-happened = { $file }, line { $line }, { $field }: { $problem }.
own-provider-means = The file cannot be used.
own-provider-do = Correct it, and check it again.
own-provider-examples = { $count ->
    [0] The file has no example. Add at least one answer that is good and one that is refused.
   *[other] { $right } of { $count } examples hold.
 }
own-provider-typed = Its server is typed into the form; secrets go there and nowhere else.
own-provider-next = Put the file into the folder “providers” beside the settings and restart Homeport to use it.
