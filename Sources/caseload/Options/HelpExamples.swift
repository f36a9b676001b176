import ConsoleCore

extension Command {
    /// What people type most, for the help page.
    var examples: [String] {
        switch self {
        case .console: ["", "console --queue Unassigned", "console --linear"].map { $0.isEmpty ? "console" : $0 }
        case .demo: ["demo", "--store demo.db demo", "demo --cases 100000 --no-console --store big.db"]
        case .initialise: ["init", "init --store team.db"]
        case .list:
            [
                "list is:open severity:1,2", "list 'due<2h responseState:running' --sort due,-severity --limit 20",
                "list --count is:open",
            ]
        case .show: ["show CS-1000001", "show CS-1000001 --json"]
        case .new:
            [
                "new --account 'Nord Energy' --contact 'J. Berg' --subject 'Gateway drops sessions' --severity 2 "
                    + "--channel phone --type technical"
            ]
        case .set: ["set CS-1000001 severity=2 tags+=vip", "set CS-1000001 status=cust --note 'Asked for traces'"]
        case .take:
            ["take CS-1000001 CS-1000002", "list is:unassigned --plain --columns id --no-headers | caseload take -"]
        case .workNext: ["work-next", "work-next --dry-run"]
        case .release: ["release CS-1000001"]
        case .reopen: ["reopen CS-1000001"]
        case .assign: ["assign CS-1000001 --to Kim"]
        case .escalate: ["escalate CS-1000001 --summary 'Crash at start, three customers'"]
        case .close:
            ["close CS-1000001 --reason resolved", "close CS-1000002 --reason duplicate --duplicate-of CS-1000001"]
        case .note: ["note CS-1000001 -m 'Traces attached.'", "note CS-1000001 - < findings.txt"]
        case .reply: ["reply CS-1000001 -m 'Please try the update.'"]
        case .item: ["item AI-1000001-1 done"]
        case .undo: ["undo", "undo 3"]
        case .redo: ["redo"]
        case .log: ["log", "log --all --limit 50"]
        case .importing:
            [
                "import log.csv --preset servicenow-events", "import bugs.csv --map bugs.map --dry-run",
                "import accounts.csv --map accounts.map", "import --list-presets",
                "--store new.db import everything.jsonl",
            ]
        case .export:
            [
                "export cases is:open --format csv > open.csv", "export cases --format csv --raw > whole.csv",
                "export events --format jsonl", "export entitlements --format csv --raw > entitlements.csv",
                "export store everything.jsonl",
            ]
        case .agent:
            [
                "agent list", "agent new Kim --login kim --duties engineer",
                "agent set Kim --duties engineer,store-keeper", "agent set Kim --inactive",
                "agent set Kim --role ROLE --center CENTER --shift 'Mon-Fri 06:00-14:00' --expertise EXPERTISE",
                "agent list --center CENTER --languages German",
            ]
        case .account:
            ["account list nord", "account new 'Nord Energy' --country NO", "account set 'Nord Energy' --country SE"]
        case .contact:
            [
                "contact list berg", "contact new 'J. Berg' --account 'Nord Energy'",
                "contact set 'J. Berg' --roles technical,renewal", "contact deactivate 'J. Berg'",
                "contact erase CT-12 --on-request-of 'the person, by letter' --texts --dry-run",
            ]
        case .partner:
            [
                "partner list --account 'Nord Energy'",
                "partner appoint account='Nord Energy' company='Sud Partners' scope=cases from=today",
                "partner remove PA-1 --contact 'J. Berg'",
            ]
        case .contract:
            [
                "contract new account='Nord Energy' number=N-100 plans=CODE start=2026-01-01 end=2026-12-31",
                "contract list --account nord", "contract set CN-1 end=2027-12-31 -m 'Renewed by mail.'",
            ]
        case .entitlement:
            [
                "entitlement check --account 'Nord Energy' --contact 'J. Berg' --product Gateway",
                "entitlement new contract=CN-1 product=Gateway plan=CODE quantity=50",
            ]
        case .renewal:
            [
                "renewal list", "renewal new contract=CN-1 product=Gateway end=2026-12-31", "renewal assign MB-1",
                "renewal assign MB-1 --contact 'J. Berg' -m 'Told by phone.'", "renewal notify --dry-run",
                "renewal notify MB-1 --kind KIND subject='New prices' newPrice=L-2027 effective=2027-01-01",
            ]
        case .purchase:
            ["purchase new account='Nord Energy' order=4711 day=today product=Gateway quantity=50 contact='J. Berg'"]
        case .hardware: ["hardware list --account nord", "hardware set HW-1 end=2027-12-31"]
        case .attach:
            [
                "attach CS-1000001 trace.pcap screen.png", "attach AI-1000001-1 trace.pcap --contact 'J. Berg'",
                "journalctl -b | caseload attach CS-1000001 - --name boot.log",
            ]
        case .attachment:
            [
                "attachment list CS-1000001", "attachment save AT-1 --to traces",
                "attachment save AT-1 --to - | less", "attachment remove AT-1 -m 'It held a password.'",
            ]
        case .environment:
            [
                "environment new account='Nord Energy' name='Control room' critical=yes manager=Kim principal=yes",
                "environment set EV-1 objectives='Back within the shift' reviewed=today",
            ]
        case .notice: ["notice list --account nord", "notice set NT-1 state=bounced -m 'No such mailbox.'"]
        case .alert: ["alert list", "alert acknowledge AL-1 AL-2 -m 'On it.'", "alert run"]
        case .reference: ["reference list", "reference checked CODE -m 'Nothing new.'"]
        case .troubleshooting: ["troubleshooting", "troubleshooting --json"]
        case .center: ["center list", "center show CENTER"]
        case .duty: ["duty now", "duty now --at 2026-03-09T03:00:00Z"]
        case .route:
            [
                "route CS-1000001", "route --type TYPE --region REGION --product Gateway --plan PLAN --severity 1",
                "route --type TYPE --region REGION --language German --at 2026-03-09T03:00:00Z",
            ]
        case .backup: ["backup cases-monday.db"]
        case .restore: ["restore cases-monday.db"]
        case .queue: ["queue list"]
        case .theme: ["theme list", "theme show dark"]
        case .policy:
            [
                "policy show plan", "policy export > my.policy", "policy check my.policy",
                "policy holidays bank-holidays.ics --calendar CALENDAR",
            ]
        case .clock:
            [
                "clock --plan PLAN --severity 2 --region REGION --opened '2026-03-06 20:30'",
                "clock --plan PLAN+PLAN --severity 2 --region REGION --opened 2026-04-02T16:30 --holiday 2026-04-03 "
                    + "--holiday 2026-04-06",
            ]
        case .paths, .verify, .keys: [name]
        default: []
        }
    }
}
