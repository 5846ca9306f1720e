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
