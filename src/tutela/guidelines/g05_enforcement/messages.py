"""The room's words; their Chinese is in `messages_zh.py`, and what the letter says in `letter_words.py`."""

# ruff: noqa: E501  a text stays in one piece, so that it can be searched for

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

LABELS = {
    "bring_charge": _("Bring a charge"),
    "bring_charge.charge_ref": _("Reference of the file"),
    "bring_charge.offence": _("Offence"),
    "assess_charge_link": _("Assess a charge's link to the trafficking"),
    "assess_charge_link.charge_ref": _("Reference of the file"),
    "assess_charge_link.offence": _("Offence"),
    "assess_charge_link.linked": _("Is the charge linked to the trafficking?"),
    "assess_charge_link.reasons": _("Reasons given"),
    "charge_found": _("A charge was brought"),
    "charge_found.charge_ref": _("Reference of the file"),
    "charge_found.offence": _("Offence"),
    "charge_found.prosecutor": _("Prosecution office"),
    "fine_found": _("A fine was imposed"),
    "fine_found.charge_ref": _("Reference of the file"),
    "fine_found.offence": _("Offence"),
    "charge_dropped": _("The charge was dropped"),
    "charge_dropped.charge_ref": _("Reference of the file"),
    "send_letter": _("Send the letter to the prosecutor"),
    "send_letter.charge_ref": _("Reference of the file"),
    "send_letter.to_agency": _("Prosecution office"),
    "send_letter.agreement": _("What the person says to the letter"),
    "prosecutor_answered": _("The prosecutor answered"),
    "prosecutor_answered.charge_ref": _("Reference of the file"),
    "prosecutor_answered.decision": _("What the prosecutor does"),
    "prosecutor_answered.clear_reasons": _("Are there clear reasons?"),
    "prosecutor_answered.reasons": _("Reasons given"),
    "conviction_found": _("The person was convicted"),
    "conviction_found.charge_ref": _("Reference of the file"),
    "conviction_found.offence": _("Offence"),
    "conviction_found.sentence": _("Sentence"),
    "conviction_quashed": _("The conviction was quashed"),
    "conviction_quashed.charge_ref": _("Reference of the file"),
    "conviction_quashed.record_cleared": _("Has the record been cleared?"),
    "detain_person": _("Keep the person in a closed place"),
    "detain_person.place_kind": _("Kind of place"),
    "detain_person.held_for": _("What it is said to be for"),
    "detention_found": _("The person is held"),
    "detention_found.place_kind": _("Kind of place"),
    "detention_found.held_for": _("What it is said to be for"),
    "court_ordered_custody": _("A court ordered custody"),
    "court_ordered_custody.kind": _("What the court ordered"),
    "court_ordered_custody.charge_ref": _("Reference of the file"),
    "review_custody": _("Review the custody"),
    "review_custody.goes_on": _("Does the custody go on?"),
    "review_custody.finding": _("What was found"),
    "hand_over": _("Hand the person over"),
    "hand_over.to_kind": _("To whom"),
    "hand_over.suspected_controller": _("May that somebody be controlling the person?"),
    "was_handed_over": _("The person was handed over"),
    "was_handed_over.to_kind": _("To whom"),
    "was_handed_over.suspected_controller": _("May that somebody be controlling the person?"),
    "open_investigation": _("Open an investigation"),
    "open_investigation.origin": _("What it starts from"),
    "open_investigation.investigation_ref": _("Reference of the file"),
    "investigation_refused": _("An investigation was refused"),
    "investigation_refused.because": _("Why it was refused"),
    "investigation_refused.reasons": _("Reasons given"),
    "investigation_ended": _("The investigation ended"),
    "investigation_ended.because": _("Why it ended"),
    "investigation_ended.reasons": _("Reasons given"),
    "investigation_ended.reviewed": _("Did a court look at the reasons?"),
    "enum:Offence.irregular_entry": _("Irregular entry"),
    "enum:Offence.irregular_stay": _("Irregular stay"),
    "enum:Offence.irregular_work": _("Irregular work"),
    "enum:Offence.document_offence": _("False or missing documents"),
    "enum:Offence.prostitution_offence": _("Offence of prostitution"),
    "enum:Offence.drug_cultivation": _("Growing drugs"),
    "enum:Offence.drug_carrying": _("Carrying drugs"),
    "enum:Offence.theft": _("Theft"),
    "enum:Offence.begging": _("Begging"),
    "enum:Offence.fraud": _("Fraud"),
    "enum:Offence.bigamy": _("Bigamy"),
    "enum:Offence.recruiting_others": _("Recruiting others"),
    "enum:Offence.other": _("Another offence"),
    "enum:Agreement.agreed": _("Agrees"),
    "enum:Agreement.could_not_be_asked": _("Could not be asked in time"),
    "enum:Agreement.said_no": _("Says no"),
    "enum:ProsecutorDecision.dropped": _("Drops the charge"),
    "enum:ProsecutorDecision.suspended": _("Suspends the charge"),
    "enum:ProsecutorDecision.kept_up": _("Keeps the charge up"),
    "enum:ClosedPlace.police_station": _("Police station"),
    "enum:ClosedPlace.removal_centre": _("Removal centre"),
    "enum:ClosedPlace.transit_zone": _("Transit zone"),
    "enum:ClosedPlace.prison": _("Prison"),
    "enum:ClosedPlace.youth_institution": _("Closed institution for young people"),
    "enum:ClosedPlace.closed_shelter": _("Closed shelter"),
    "enum:ClosedPlace.secure_care": _("Secure care"),
    "enum:ClosedPlace.psychiatric_closed": _("Closed psychiatric ward"),
    "enum:ClosedPlace.other_closed": _("Another closed place"),
    "enum:HeldFor.immigration": _("Immigration"),
    "enum:HeldFor.own_protection": _("The person's own protection"),
    "enum:HeldFor.charge": _("A charge"),
    "enum:HeldFor.sentence": _("A sentence"),
    "enum:HeldFor.witness": _("To be there as a witness"),
    "enum:HeldFor.identity_check": _("To find out who the person is"),
    "enum:HeldFor.went_missing": _("Having gone missing"),
    "enum:HeldFor.other": _("Something else"),
    "enum:CustodyKind.remand": _("Custody before trial"),
    "enum:CustodyKind.sentence": _("A sentence"),
    "enum:CustodyKind.secure_care": _("Secure care"),
    "enum:CustodyKind.other": _("Something else"),
    "enum:Sentence.detention": _("Detention"),
    "enum:Sentence.suspended": _("Suspended sentence"),
    "enum:Sentence.fine": _("Fine"),
    "enum:Sentence.community": _("Community sentence"),
    "enum:Sentence.none": _("No sentence"),
    "enum:Sentence.unknown": _("Not known"),
    "enum:HandTo.employer": _("Employer"),
    "enum:HandTo.recruiter": _("Recruiter or agent"),
    "enum:HandTo.creditor": _("Somebody who claims a debt"),
    "enum:HandTo.partner": _("Partner"),
    "enum:HandTo.relative": _("Relative"),
    "enum:HandTo.acquaintance": _("Acquaintance"),
    "enum:HandTo.consulate": _("Consulate"),
    "enum:HandTo.other_authority": _("Another authority"),
    "enum:HandTo.help_organisation": _("Organisation that helps"),
    "enum:HandTo.other": _("Somebody else"),
    "enum:Origin.own_initiative": _("Own initiative"),
    "enum:Origin.complaint": _("Complaint"),
    "enum:Origin.referral": _("Referral"),
    "enum:Origin.inspection": _("Inspection"),
    "enum:Origin.other_country": _("Another country"),
    "enum:RefusedBecause.asked_late": _("It was asked late"),
    "enum:RefusedBecause.no_complaint": _("Nobody complained"),
    "enum:RefusedBecause.not_believed": _("The person was not believed"),
    "enum:RefusedBecause.no_injury": _("Nobody was hurt"),
    "enum:RefusedBecause.no_jurisdiction": _("Outside the jurisdiction"),
    "enum:RefusedBecause.no_reason": _("No reason was given"),
    "enum:RefusedBecause.other": _("Another reason"),
    "enum:EndedBecause.sent_to_court": _("It went to court"),
    "enum:EndedBecause.no_jurisdiction": _("Outside the jurisdiction"),
    "enum:EndedBecause.suspects_gone": _("The suspects are gone"),
    "enum:EndedBecause.not_enough_evidence": _("Not enough evidence"),
    "enum:EndedBecause.no_offence": _("No offence was found"),
    "enum:EndedBecause.other": _("Another reason"),
}

HELP = {
    "bring_charge": _(
        "Refused for somebody presumed trafficked, unless somebody trained and independent found no link."
    ),
    "assess_charge_link": _(
        "For somebody trained and independent of the prosecution. What cannot be told counts as linked."
    ),
    "charge_found": _(
        "Write down a charge that was brought elsewhere or began before. The monitor sees it where it goes against protection."
    ),
    "fine_found": _("Write down a fine. The monitor sees it where it goes against protection."),
    "charge_dropped": _("Write down that a charge or a fine was taken back."),
    "send_letter": _("The letter names nobody. It asks the prosecutor to stop, and to answer by a date."),
    "prosecutor_answered": _(
        "Clear reasons say which element of trafficking is missing, or why the charge is not linked."
    ),
    "conviction_found": _(
        "Write down a conviction. Its quashing is owed where it is linked to the trafficking."
    ),
    "conviction_quashed": _("Write down that a court set the conviction aside."),
    "detain_person": _("Refused, whatever the place is called and however kindly it is meant."),
    "detention_found": _("Say when it began: the hours are counted from there."),
    "review_custody": _("Look again at what the custody rests on, and at what would do instead."),
    "hand_over": _("Refused where that somebody may be controlling the person, or where nobody knows."),
    "was_handed_over": _(
        "Write down into whose hands the person was given. Finding and protecting the person is then owed."
    ),
    "open_investigation": _("It needs no complaint by the person, and nobody's name."),
    "investigation_refused": _("Write down that nobody will look into it. The monitor sees it."),
    "investigation_ended": _("With reasons that a court looked at this is no breach."),
}

DUTIES = {
    "help_in_proceedings": _("A lawyer from the moment proceedings open"),
    "protection_plan": _("Protection during and after proceedings"),
    "charge_link_assessed": _("The charge's link to the trafficking is assessed"),
    "letter_to_prosecutor": _("The letter goes to the prosecutor"),
    "charge_stopped": _("The charge is ended"),
    "letter_answered": _("The prosecution answers the letter"),
    "quashing": _("The conviction is brought to be quashed"),
    "release": _("Release from detention"),
    "custody_review": _("The custody is looked at again"),
    "made_safe": _("The person is found and made safe"),
    "investigation": _("Somebody looks into who did it"),
}

BREACHES = {
    "charged_all_the_same": _("Charged or fined although presumed trafficked"),
    "still_charged": _("A charge from before the presumption still stands"),
    "linked_after_all": _("A charge goes on that is now found linked"),
    "kept_up_without_clear_reasons": _("A charge is kept up without clear reasons"),
    "convicted_all_the_same": _("Convicted although presumed trafficked"),
    "still_convicted": _("A conviction from before the presumption still stands"),
    "held_all_the_same": _("Held although presumed trafficked"),
    "still_held": _("Held since before the presumption"),
    "handed_to_a_controller": _("Given to somebody who may be a controller"),
    "investigation_was_refused": _("An investigation was refused"),
    "investigation_ended_without_review": _("An investigation ended without reasons or review"),
}

REASONS = {
    "charge.status": _(
        "The person is presumed to have been trafficked. Nobody trafficked is charged for entry, stay or work without permission. If you think it has nothing to do with it, ask for an assessment by somebody trained and independent."
    ),
    "charge.not_assessed": _(
        "The person is presumed to have been trafficked, and nobody has yet assessed whether this charge is linked to it. Until then it counts as linked. Ask for an assessment by somebody trained and independent."
    ),
    "charge.linked": _(
        "The charge was found to be linked to the trafficking, or it could not be told. It does not go on. New information can be assessed again."
    ),
    "link.training_out_of_date": _(
        "Your training in assessing a charge's link is out of date, or not on file. Pass this to somebody whose training is in date."
    ),
    "link.not_independent": _(
        "Whoever charges, holds or removes people does not assess this link. Pass it to somebody independent, such as the protection office."
    ),
    "link.found_before": _(
        "Somebody else found this charge linked. Send what is new to the agency that found it; it can look again."
    ),
    "letter.said_no": _(
        "The person does not want this letter to go. Explain what it is for, and ask again another day."
    ),
    "letter.no_charge": _("There is no charge with this reference on file. Record the charge first."),
    "letter.not_linked": _(
        "The charge was found not linked to the trafficking, so there is nothing to ask for in this letter."
    ),
    "detention.never": _(
        "Nobody who may have been trafficked is kept in a closed place, whatever it is called. Offer a safe place that the person can leave."
    ),
    "detention.own_protection": _(
        "Protection is never a reason to lock somebody up. Offer a safe place that the person can leave, and protection there."
    ),
    "hand_over.controller": _(
        "That somebody may be controlling the person. Nobody is given into such hands. Offer a safe place."
    ),
    "hand_over.not_known": _(
        "It is not known whether that somebody is controlling the person. See the person alone and find out first; until then offer a safe place."
    ),
    "hand_over.holds_power": _(
        "Employers, recruiters and creditors have power over the person. Nobody is given back to them. Offer a safe place, or ask where the person wants to go."
    ),
}
