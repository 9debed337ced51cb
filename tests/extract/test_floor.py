"""A floor under how well statements are found, on sentences of many subjects.

The labels were written before the rules were run on them. The first word of a label is what the
statement is; more are as right. An empty label: it commits nobody.
"""

from tests.extract.reading import read

SENTENCES = (
    # (kinds that are right, or none; the sentence)
    ("promise", "The airline said it will add a second daily flight to Lisbon from next summer."),
    ("intention", "Norwind Airways plans to retire its oldest turboprops within three years."),
    ("agreement", "The two carriers agreed to share codes on routes across the Baltic."),
    ("measure", "The inquest into the crash is scheduled to open on 3 March."),
    ("", "The number of passengers rose by 4 percent in the third quarter."),
    ("", "Analysts expect fuel prices to fall further in the coming months."),
    ("measure", "A new limit on night flights takes effect on Monday."),
    ("demand", "The pilots' union urged the regulator to publish the accident report."),
    ("", "The jet had been delivered in 2009 and was sold two years later."),
    ("standing", "The manufacturer will not resume production of the smaller model."),
    (
        "threat",
        "Ground staff will walk out on Friday unless the airport withdraws the new rosters.",
    ),
    ("offer", "The chipmaker offered to license its designs to rivals in Europe."),
    ("intention", "Developers are considering moving the project to a different platform."),
    ("promise", "Orbita promised to fix the flaw before the end of the month."),
    ("promise measure intention", "The next version of the browser will be released in October."),
    ("", "The update may cause older phones to run more slowly."),
    ("", "Many users believe that the service will improve."),
    ("target", "The company aims to cut its emissions by 40 percent by 2030."),
    ("intention", "Lumen Robotics intends to list its shares in Amsterdam next year."),
    ("", "Shares of the insurer slipped 2.1 percent after the announcement."),
    ("", "The index will probably recover once inflation slows."),
    ("measure", "The central bank's rate-setting committee meets on Thursday."),
    ("measure", "Shareholders will vote on the merger on 14 May."),
    (
        "intention measure promise agreement",
        "The purchase is expected to be completed in the fourth quarter.",
    ),
    ("promise", "The board decided to pay a special dividend of 30 cents a share."),
    ("", "Investors hope that the new chief executive will restore confidence."),
    ("", "The dollar could weaken if the talks fail."),
    ("agreement", "Peru and Chile signed an agreement to open three new border crossings."),
    ("agreement", "Both governments agreed on a timetable for the withdrawal of troops."),
    ("", "The minister welcomed the progress made in the talks."),
    ("measure", "The foreign ministers are due to meet in Vienna on Wednesday."),
    ("demand", "The United Nations called on all sides to stop the fighting."),
    ("standing", "Oslo will continue to pay its share of the mission's costs."),
    ("threat", "The president threatened to close the border to lorries."),
    ("", "The envoy described the mood in the room as calm."),
    ("promise", "Brussels pledged to send 200 million euros in aid."),
    ("measure", "The 15 percent duty on imported solar panels expires on 30 June."),
    ("measure", "Importers have until 1 September to register their goods."),
    ("measure", "The deadline for public comments is 12 April."),
    ("", "Exports of copper have doubled since 2015."),
    ("promise intention", "Canada said it would challenge the tariff before the trade body."),
    ("", "The tariff hurt small farmers most, economists said."),
    ("intention", "Farmers want to block the main roads into the capital next week."),
    ("standing", "The government refused to lower the tax on diesel."),
    ("measure", "Voters go to the polls on Sunday to elect a new parliament."),
    ("", "The party lost eleven seats in the last election."),
    ("promise", "She vowed to rebuild the bridge by the end of her term."),
    ("", "If the bill were to fail, the ministry would lose a third of its budget."),
    ("measure", "The trial of the former mayor begins on Tuesday."),
    ("measure", "Under the new rules, landlords must install smoke alarms by 1 July."),
    ("demand measure", "A judge ordered the company to hand over the documents."),
    ("", "The court rejected the appeal last week."),
    ("intention", "The hospital is preparing to open a second ward for children."),
    ("promise", "The club will replace the grass with an artificial surface."),
    ("", "The striker was the best player on the pitch."),
    ("offer", "The owners are ready to sell the stadium to the city."),
    ("intention promise", "The health ministry is set to buy two million doses of the vaccine."),
    ("", "The disease will spread faster in crowded cities."),
    ("", "Doctors said the patient would recover fully."),
    ("intention", "Engineers are trying to restart the second pump."),
    ("", "They had planned to finish the tunnel in 2018, but the money ran out."),
    ("promise", "Workers will close the eastern lane for repairs in August."),
    ("agreement", "The miners reached a deal with the owners after nine days of talks."),
    ("", "It is unclear whether the mayor will attend the ceremony."),
    ("promise", "The foundation has committed itself to planting a million trees."),
    ("", "The museum, which opened in 1931, holds 40,000 coins."),
    ("intention promise", "A spokeswoman said the city has decided to sell the old town hall."),
    ("", "The mission has cost more than anybody foresaw."),
    ("measure promise intention", "The probe is to land on the moon in late November."),
    ("", "Residents fear that the noise will get worse."),
)


def test_sentences_are_found_and_their_kinds_are_right() -> None:
    right = false = missed = of_its_kind = 0
    for label, sentence in SENTENCES:
        tracked = [found.kind.value for found in read(sentence) if found.is_tracked]
        right += bool(label and tracked)
        false += bool(tracked and not label)
        missed += bool(label and not tracked)
        of_its_kind += bool(label and tracked and tracked[0] in label.split())

    assert 2 * right / (2 * right + false + missed) >= 0.95
    assert of_its_kind / right >= 0.95
