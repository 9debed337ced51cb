"""Time: zones, the grammar of dates, countdowns. pendulum has its one door here."""
