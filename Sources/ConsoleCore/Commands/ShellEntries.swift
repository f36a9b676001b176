extension CommandEntry {
    /// What only the shell offers.
    static let shellEntries: [CommandEntry] = [
        CommandEntry(.console, "console", "Opens the console; --linear asks and answers line by line.")
            .shell("[--queue NAME] [--theme NAME] [--linear]", .queue, .theme, .linear),
        CommandEntry(.demo, "demo", "Opens the console on made-up data, thrown away at the end; --store FILE keeps it.")
            .shell("[--cases N] [--seed S] [--no-console]", .cases, .seed, .noConsole, .queue, .theme),
        CommandEntry(.initialise, "init", "Makes an empty store.").shell(),
        CommandEntry(.list, "list", "Lists what a query finds; words search the texts, a case number finds that case.")
            .shell("[QUERY] [--sort KEYS] [--limit N] [--count]", .sort, .limit, .count),
        CommandEntry(.show, "show", "Shows a case with its timeline.").shell("ID"),
        CommandEntry(.new, "new", "Logs a case.").shell(
            "--account A --contact C --subject S --severity N --channel WORD --type WORD [--product P] "
                + "[--description TEXT|-] [--troubleshooting done|skipped] [--partner P] [--language L]",
            .account, .contact, .subject, .severity, .channel, .type, .product, .description, .troubleshooting,
            .partner, .language),
        CommandEntry(.log, "log", "Shows your acts, the newest first.").shell("[--all] [--limit N]", .all, .limit),
        CommandEntry(.importing, "import", "Loads cases from files of other systems.").shell(
            "FILE… --preset NAME | --map FILE [--as-of DATE] [--keep-going]",
            .preset, .map, .asOf, .keepGoing, .listPresets, .guess),
        CommandEntry(
            .export, "export",
            "Writes cases or events out; csv is safe to look at and for spreadsheets, --raw as it is."
        )
        .shell("cases|events [QUERY] --format csv|json|jsonl [--raw]", .format, .raw, .sort),
        CommandEntry(.agent, "agent", "Lists, shows, adds or changes agents.")
            .shell(
                "list|show NAME|new NAME|set NAME [--login L] [--duties LIST] [--inactive|--active]",
                .login, .duties, .active, .inactive),
        CommandEntry(.account, "account", "Lists, shows, adds or changes accounts.")
            .shell(
                "list [TEXT]|show NAME|new NAME|set NAME [--country C] [--organization O] [--region R] [--parent A]",
                .limit, .country, .organization, .region, .parent),
        CommandEntry(.contact, "contact", "Lists, shows, adds or changes contacts.")
            .shell(
                "list [TEXT] [--all]|show NAME|new NAME --account A|set NAME [--roles LIST] [--portal TYPE] [--active] "
                    + "[--email M] [--phone P] [--language L]|deactivate NAME",
                .limit, .account, .email, .phone, .language, .roles, .portal, .active, .all),
        CommandEntry(
            .backup, "backup", "Copies the store to a file that you alone may read (mode 0600), while people work."
        ).shell("FILE"),
        CommandEntry(.restore, "restore", "Puts a backup in the store's place.").shell("FILE").asksFirst(),
        CommandEntry(.paths, "paths", "Says which files are used, and who decided.").shell(),
        CommandEntry(.verify, "verify", "Checks that what the store keeps agrees with itself.").shell(),
        CommandEntry(
            .policy, "policy", "Shows, exports, checks or uses a support policy; reads holidays for its calendars."
        )
        .shell("list|show [SECTION [NAME]]|export|check [FILE]|use FILE|holidays FILE.ics --calendar NAME", .calendar),
        CommandEntry(.clock, "clock", "Works out when the first response to a case would be due, and why.").shell(
            "--plan P[+P…] --severity N --region R --opened LOCALTIME [--kind WORD] [--holiday DATE]…",
            .plan, .severity, .region, .opened, .kind, .holiday),
        CommandEntry(.why, "why", "Shows the clocks of a case as worked sums, and what a change would do to them.")
            .shell(
                "ID [--severity N] [--plan P] [--region R] [--status S]", .severity, .plan, .region, .status),
    ]
}
