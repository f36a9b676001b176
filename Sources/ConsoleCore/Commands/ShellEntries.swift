extension CommandEntry {
    /// What only the shell offers.
    static let shellEntries: [CommandEntry] = [
        CommandEntry(.console, "console", "Opens the console; --linear asks and answers line by line.")
            .shell("[--queue NAME] [--theme NAME] [--linear]", .queue, .theme, .linear),
        CommandEntry(.demo, "demo", "Makes a store of realistic made-up data and opens it.")
            .shell("[--cases N] [--seed S] [--no-console]", .cases, .seed, .noConsole, .queue, .theme),
        CommandEntry(.initialise, "init", "Makes an empty store.").shell(),
        CommandEntry(.list, "list", "Lists the cases that a query finds.")
            .shell("[QUERY] [--sort KEYS] [--limit N] [--count]", .sort, .limit, .count),
        CommandEntry(.show, "show", "Shows a case with its timeline.").shell("ID"),
        CommandEntry(.new, "new", "Logs a case.").shell(
            "--account A --contact C --subject S --severity N --channel WORD --type WORD [--product P] "
                + "[--description TEXT|-] [--troubleshooting done|skipped] [--partner P]",
            .account, .contact, .subject, .severity, .channel, .type, .product, .description, .troubleshooting,
            .partner),
        CommandEntry(.log, "log", "Shows your acts, the newest first.").shell("[--all] [--limit N]", .all, .limit),
        CommandEntry(.importing, "import", "Loads cases from files of other systems.").shell(
            "FILE… --preset NAME | --map FILE [--as-of DATE] [--keep-going]",
            .preset, .map, .asOf, .keepGoing, .listPresets, .guess),
        CommandEntry(.export, "export", "Writes cases or events to standard output.")
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
        CommandEntry(.backup, "backup", "Copies the store to a file while people work.").shell("FILE"),
        CommandEntry(.restore, "restore", "Puts a backup in the store's place.").shell("FILE").asksFirst(),
        CommandEntry(.paths, "paths", "Says which files are used, and who decided.").shell(),
        CommandEntry(.verify, "verify", "Checks that what the store keeps agrees with itself.").shell(),
    ]
}
