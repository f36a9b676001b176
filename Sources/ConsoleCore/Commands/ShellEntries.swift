import CaseModel
import TerminalUI

extension CommandEntry {
    /// What only the shell offers.
    static let shellEntries: [CommandEntry] = [
        CommandEntry(.console, "console", "Opens the console; --linear asks and answers line by line.")
            .shell("[--queue NAME] [--theme NAME] [--linear]", .queue, .theme, .linear),
        CommandEntry(.demo, "demo", "Opens the console on made-up data, thrown away at the end; --store FILE keeps it.")
            .shell("[--cases N] [--seed S] [--no-console]", .cases, .seed, .noConsole, .queue, .theme),
        CommandEntry(.initialise, "init", "Makes an empty store.").shell(),
        CommandEntry(.list, "list", "Lists what a query finds; words search the texts, a case number finds that case.")
            .shell("[QUERY] [--sort KEYS] [--limit N] [--count]", .sort, .limit, .count).listsFields(),
        CommandEntry(.show, "show", "Shows a case with its timeline.").shell("ID"),
        CommandEntry(.new, "new", "Logs a case.").shell(
            "--account A --contact C --subject S --severity N --channel WORD --type WORD [--product P] "
                + "[--description TEXT|-] [--troubleshooting done|skipped] [--partner P] [--language L]",
            .account, .contact, .subject, .severity, .channel, .type, .product, .description, .troubleshooting,
            .partner, .language),
        CommandEntry(.log, "log", "Shows your acts, the newest first, and which of them undo can take back.").console(
            everywhere
        ).shell(
            "[--all] [--limit N]", .all, .limit),
        CommandEntry(
            .importing, "import", "Loads cases, people and records from files of other systems, or a whole store."
        )
        .shell(
            "FILE… --preset NAME | --map FILE [--as-of DATE] [--keep-going] | STORE-FILE",
            .preset, .map, .asOf, .keepGoing, .listPresets, .guess),
        CommandEntry(
            .export, "export",
            "Writes cases, events, people, records or the whole store out; csv is safe to look at, --raw as it is."
        )
        .shell(
            "cases|events|accounts|contacts|agents|contracts|entitlements|… [QUERY] --format csv|json|jsonl [--raw] "
                + "[--account A] | store [FILE]", .format, .raw, .sort, .account),
        CommandEntry(.agent, "agent", "Lists, shows, adds or changes agents.")
            .console(everywhere).shell(
                "list|show NAME|new NAME|set NAME [--login L] [--duties LIST] [--role R] [--center C] [--shift S] "
                    + "[--tier N] [--expertise E] [--products LIST] [--languages LIST] [--inactive|--active]",
                .login, .duties, .active, .inactive, .role, .center, .shift, .tier, .expertise, .products, .languages),
        CommandEntry(.account, "account", "Lists, shows, adds or changes accounts.")
            .console(everywhere).shell(
                "list [TEXT]|show NAME|new NAME|set NAME [--country C] [--organization O] [--region R] [--parent A]",
                .limit, .country, .organization, .region, .parent),
        CommandEntry(.contact, "contact", "Lists, shows, adds or changes contacts; erases a person's data on request.")
            .console(everywhere).shell(
                "list [TEXT] [--all]|show NAME|new NAME --account A|set NAME… [--roles LIST] [--portal TYPE] [--active] "
                    + "[--email M] [--phone P] [--language L]|deactivate NAME…|reveal NAME|"
                    + "erase NAME --on-request-of WHO [--also TEXT] [--texts] [--attachments]",
                .limit, .account, .email, .phone, .language, .roles, .portal, .active, .all, .onRequestOf, .also,
                .texts,
                .attachments),
        CommandEntry(.attach, "attach", "Attaches files to a case, an action item or a record; - reads standard input.")
            .console(everywhere).shell("ID FILE… [--name NAME] [--contact C] [-m TEXT|-]", .name, .contact, .message),
        CommandEntry(.attachment, "attachment", "Lists, saves or removes attached files; a file is never overwritten.")
            .console(everywhere).shell(
                "list ID [--all]|save ATTACHMENT… [--to FOLDER|-] [--name NAME]|remove ATTACHMENT… [-m TEXT|-]",
                .all, .to, .name, .message),
        CommandEntry(
            .reference, "reference", "Lists the references of the policy, and keeps when somebody looked at them."
        )
        .console(everywhere).shell("list|show CODE|checked CODE… [--on DAY] [-m TEXT]", .on, .message),
        CommandEntry(
            .troubleshooting, "troubleshooting",
            "Lists what customers try before they ask, and where they find help."
        ).console(everywhere).shell(),
        CommandEntry(.center, "center", "Lists or shows the centres, and when they are open.")
            .console(everywhere).shell("list|show CODE [--at TIME]", .at),
        CommandEntry(.duty, "duty", "Says which centres are open, who is on duty, and who is next.")
            .console(everywhere).shell("now [--at TIME]", .at),
        CommandEntry(.route, "route", "Says where a request belongs, who fits best, and why.").console(everywhere)
            .shell(
                "ID [--at TIME] | --type T --region R [--product P] [--language L] [--plan P[+P…]] [--severity N] "
                    + "[--center C] [--at TIME]",
                .type, .region, .product, .language, .plan, .severity, .center, .at),
        CommandEntry(
            .backup, "backup", "Copies the store to a file that you alone may read (mode 0600), while people work."
        ).shell("FILE"),
        CommandEntry(.restore, "restore", "Puts a backup in the store's place.").shell("FILE").asksFirst(),
        CommandEntry(.paths, "paths", "Says which files are used, and who decided.").console(everywhere).shell(),
        CommandEntry(.verify, "verify", "Checks that what the store keeps agrees with itself.").console(everywhere)
            .shell(),
        CommandEntry(
            .policy, "policy", "Shows, exports, checks or uses a support policy; reads holidays for its calendars."
        )
        .console(everywhere).shell(
            "list|show [SECTION [NAME]]|export|check [FILE]|use FILE|holidays FILE.ics --calendar NAME", .calendar),
        CommandEntry(.clock, "clock", "Works out when the first response to a case would be due, and why.").console(
            everywhere
        ).shell(
            "--plan P[+P…] --severity N --region R --opened LOCALTIME [--kind WORD] [--holiday DATE]…",
            .plan, .severity, .region, .opened, .kind, .holiday),
    ]
}

extension CommandEntry {
    /// Its help lists the fields of the query language.
    fileprivate func listsFields() -> CommandEntry {
        var copy = self
        let rows = Shown(CaseQuery.fieldNames.joined(separator: ", "), upTo: 2000).wrapped(to: 90)
        copy.shellForm = ShellForm(
            usage: usage, help: help, fields: "Fields:" + rows.map { "\n  \($0.text)" }.joined())
        return copy
    }
}
