### Every text that a person can read. One id a line, grouped by where it is shown.
### Two short sentences at most, no "please", no blame, no exclamation marks; "we" is Homeport.

