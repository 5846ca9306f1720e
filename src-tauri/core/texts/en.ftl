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
