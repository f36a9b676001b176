import CaseModel

extension CommandEntry {
    /// What is done to cases; the same words in console and shell.
    static let caseEntries: [CommandEntry] = [
        CommandEntry(
            .workNext, "work next", "Takes the most urgent case you are fit for, covered ones first; says why."
        )
        .keys("w").shell().needs(.store, .right(.assign)),
        CommandEntry(.take, "take", "You answer for the case from now on.")
            .keys("t").shell("ID…").needs(.cases, .store, .right(.assign)),
        CommandEntry(.assign, "assign", "Gives the case to another agent.")
            .keys("a").shell("ID… --to AGENT", .to).needs(.cases, .store, .right(.assign)),
        CommandEntry(.release, "release", "Nobody answers for the case for now.")
            .keys("A").shell("ID…").needs(.cases, .store, .right(.assign)),
        CommandEntry(.status, "status", "Sets the status of the case.")
            .keys("s").usage("STATUS [NEED=TEXT…]").needs(.cases, .store, .right(.work)),
        CommandEntry(.severity, "severity", "Sets the agreed severity of the case.")
            .keys("p").usage("SEVERITY").needs(.cases, .store, .right(.changeSeverity)),
        CommandEntry(.move, "move", "Moves the case to another queue.")
            .keys("m").usage("QUEUE").needs(.cases, .store, .right(.assign)),
        CommandEntry(.tags, "tags", "Puts tags on the case and takes them off.")
            .keys("T").usage("TAG… -TAG…").needs(.cases, .store, .right(.tag)),
        CommandEntry(.subject, "subject", "Changes the subject line.")
            .keys("e").usage("TEXT").line().needs(.oneCase, .store, .right(.work)),
        CommandEntry(.note, "internal note", "Writes a note that only colleagues read.")
            .keys("c").shell("ID… [-m TEXT|-]", .message).needs(.cases, .store, .right(.note)),
        CommandEntry(.reply, "public reply", "Records a reply to the customer; it is not sent.")
            .keys("r").shell("ID [-m TEXT|-]", .message).needs(.oneCase, .store, .right(.reply)),
        CommandEntry(.close, "close", "Closes the case with a reason.")
            .keys("x").shell("ID… --reason WORD [--duplicate-of ID] [-m TEXT]", .reason, .duplicateOf, .message)
            .needs(.cases, .store, .right(.close)).asksFirst(),
        CommandEntry(.reopen, "reopen", "Opens a closed case again.")
            .keys("X").shell("ID…").needs(.cases, .store, .right(.close)),
        CommandEntry(.escalate, "escalate", "Hands the case to the escalation team with a summary.")
            .keys("E").shell("ID… --summary TEXT", .summary).needs(.cases, .store, .right(.work)),
        CommandEntry(.set, "set fields", "Sets severity, status, owner, queue, product, subject, tags.")
            .console().shell("ID… FIELD=VALUE… [--note TEXT] [--if-version N]", .note, .ifVersion)
            .needs(.cases, .store),
        CommandEntry(.item, "action item", "Says what became of an action item.")
            .console().shell("ITEM-ID done|declined|accepted [-m TEXT]", .message).needs(.store, .right(.work)),
        CommandEntry(.ask, "ask", "Asks the customer for something: an action item with a due time.")
            .keys("I").shell("ID --item KIND [--due TIME] -m TEXT", .item, .due, .message)
            .needs(.oneCase, .store, .right(.work)),
        CommandEntry(.hear, "customer's word", "Records what the customer said.")
            .keys("H").shell("ID [-m TEXT|-]", .message).needs(.oneCase, .store, .right(.note)),
        CommandEntry(.remind, "notice to the customer", "Records that the customer was told what follows.")
            .keys("M").shell("ID… [-m TEXT|-]", .message).needs(.cases, .store, .right(.reply)),
        CommandEntry(.deny, "deny support", "Denies support for this issue, on a ground, by a person.")
            .keys("D").shell("ID… --ground WORD [--by NAME] [-m TEXT]", .ground, .by, .message)
            .needs(.cases, .store, .right(.deny)).asksFirst(),
        CommandEntry(.handOver, "hand over", "Hands the case over to another centre, with a note.")
            .keys(">").shell("ID… --to CENTRE -m TEXT", .to, .message).needs(.cases, .store, .right(.assign)),
        CommandEntry(.snooze, "snooze", "Puts the case off until a time; the queue Snoozed lists it until then.")
            .keys("z").shell("ID… --until TIME", .until).needs(.cases, .store, .right(.tag)),
        CommandEntry(.undo, "undo", "Takes back your newest act.")
            .keys("u").shell("[N]").needs(.store),
        CommandEntry(.redo, "redo", "Does again what you took back last.")
            .keys("U").shell("[N]").needs(.store),
        CommandEntry(.again, "repeat", "Does your last act again, on these cases.")
            .keys(".").needs(.cases, .store),
    ]
}
