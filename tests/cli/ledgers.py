"""Small ledgers that several tests write."""

BOOK = """\
format = 1

[source.post]
outlet = "Post"
said = 2025-07-01

[source.gazette]
outlet = "Gazette"
official = true

[commitment.sign-treaty]
title = "Sign the treaty"
kind = "promise"
by = ["KR"]
due = 2025-08-01
source = "post"
tags = ["trade"]
recorded = 2025-07-01

[commitment.sign-bill]
title = "Sign the bill"
kind = "promise"
by = ["US"]
due = 2025-09-01
recorded = 2025-07-01

[commitment.duty]
title = "Duty takes effect, and ends"
kind = "measure"
by = ["US"]
to = ["KR"]
effective = 2025-08-01
expires = 2025-12-31
recorded = 2025-07-01

[commitment.coordinate]
title = "Coordinate closely"
kind = "agreement"
by = ["KR", "US"]
review = "P90D"
recorded = 2025-07-01
"""
