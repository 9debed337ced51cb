"""What sounds like a commitment and binds nobody, a turn of the language each."""

from datetime import date

import pytest

from tests.extract.reading import read

FRIDAY = date(2025, 7, 4)


@pytest.mark.parametrize(
    "sentence",
    [
        "That is not to say the ferry will be late.",
        "A ruling on the toll is yet to be made.",
        "The lake line is unlikely to buy a second ferry.",
        "The delay is due to repairs at the yard.",
        "Any loss would be due to costs in the current quarter.",
        "None of the members has asked for a new quay.",
        "Rumours say the yard is considering a sale.",
        "There is no suggestion he was planning to leave.",
        "It is improbable that the yard is going to sell the ferry.",
        "You want your crew to be rested.",
        "Holt had to row for two hours.",
        "The widow had to leave the house in June.",
        "Hundreds of people have been forced to leave their homes today.",
        "Some 40 percent were planning to hire cooks.",
        "We often get calls asking us to rescue cats.",
        "She asked not to be named.",
        "He told me to close the hatch.",
        "Crews earlier voted to reject the offer.",
        "After the council demanded repairs, the owner sold the quay.",
        "The report ruled out sabotage.",
        "The plan failed after the owners refused to sign.",
        "The captain ignored orders to stop.",
        "The line launched a bid to rescue the old pier.",
        "The price it will pay is not known.",
        "It will take months to mend the lock.",
        "The fares are to thank passengers for their patience.",
        "Police are continuing to search the wreck.",
        "Guards are searching for the missing crew.",
        "The mill has seen weak demand for paper.",
        "The museum moved to assure its visitors on Friday.",
        "The mayor rejected claims that the pier is to be closed.",
        "The dean will turn 60 in August.",
        "The gate was locked so that it would not be stolen.",
        "The decision will be met with dismay.",
        "Passengers will have to be patient.",
        "Ferries have been out of service since 1 May, and no date has been scheduled.",
        "A guard who has spent 20 years in the mill spoke.",
        "They were not prepared to talk.",
        "He is not calling on the mayor to resign.",
        "The supplier did not return calls on Saturday.",
        "High prices are to blame.",
        "The ferry had been expected to sail on 12 July.",
        "Ines Holt is giving evidence to the inquiry.",
        "The list of ports dates from the autumn.",
        "The thief has until now been at large.",
        "Travellers are not booking for August.",
        "In 2011 the line had promised to keep the route until 2030.",
    ],
)
def test_nobody_is_bound(sentence: str) -> None:
    assert [found.title for found in read(sentence, FRIDAY) if found.is_tracked] == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Ghana and Togo have both called on Benin to open the canal.", "demand"),
        ("A statement by the council called for new talks.", "demand"),
        ("The pilots must be heard, the union said.", "demand"),
        ("The guild still wants the rules of the port to be changed.", "demand"),
        ("Togo reaffirmed its commitment to the canal treaty.", "standing"),
        ("The carrier repeated its offer of talks.", "offer"),
        ("Benin is prepared to retaliate.", "threat"),
        ("The guild warned of industrial action.", "threat"),
        ("The court ordered all of the yard's blue and white ferries to be moored.", "demand"),
        ("Lead will be banned under the new rules.", "measure"),
        ("The new law will give more power to the guards.", "measure"),
        ("Skippers will have to carry a radio.", "measure"),
        ("The captain will face trial.", "measure"),
        ("The council meets today.", "measure"),
        ("The ban is in force until Sunday.", "measure"),
        ("The inquiry has been adjourned until Monday.", "measure"),
        ("A contract is to be signed on 1 August.", "measure"),
        ("Guards will be on all ferries by August, the line said.", "promise"),
        ("The council will, however, mend the bridge.", "promise"),
        ("The firm announced that it is going to sell two ferries.", "promise"),
        ("Ghana will be leading the patrol.", "promise"),
        ("About 200 jobs go, the memo says.", "promise"),
        ("The tolls will not be raised.", "standing"),
        ("No strikes will take place over the holiday, the guild said.", "standing"),
        ("The carrier will go on running the night boat.", "standing"),
        ("It will continue to be the owner of the pier, Norva said.", "standing"),
        ("His objective will be to reach the final.", "target"),
        ("The airline, which lost its hub in 2011, has decided to close a base.", "promise"),
        ("The board declared its readiness to sell the pier.", "offer"),
        ("Norva revealed plans for a second quay.", "intention"),
        ("The line said its ferries would not move.", "standing"),
        ("There is to be a second round of talks.", "intention"),
        ("The league barred the team from the cup until next July.", "measure"),
        ("Norva has put off its first delivery by a month, to October.", "measure"),
        ("It said it would honour the old tickets.", "promise"),
        ("Norva is grounding half of its jets.", "promise"),
        ("Togo put its name to the canal treaty.", "agreement"),
        ("Benin's refusal to open the canal is firm.", "standing"),
        ("The toll falls from 5 to 4 euros on 1 August.", "measure"),
        ("The yard does not reopen before 1 August.", "measure"),
        ("The mayor announced a further 12 million euros for the port.", "promise"),
        ("Norva is shooting for a tenth of the market.", "target"),
    ],
)
def test_somebody_is_bound(sentence: str, kind: str) -> None:
    assert [found.kind.value for found in read(sentence, FRIDAY) if found.is_tracked][:1] == [kind]
