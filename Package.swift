// swift-tools-version: 6.0
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .swiftLanguageMode(.v6),
    .unsafeFlags(["-Xfrontend", "-function-sections"], .when(configuration: .release)),
]

/// What thousands of random lives, clocks and queries run through is made quick for tests, too: as it is made for debugging
/// it takes half of the suite's time.
let quick = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A release lays what a key runs together.
///
/// After a pause, most of what a key takes is finding the pages it runs through. Each function has a section of its own,
/// and the linker goes by the list that `.ci/order` writes. Flags like these are why another package must name this one by
/// revision, not by version.
let laidOut: [LinkerSetting] = [
    .unsafeFlags(
        [
            "-use-ld=lld", "-Xlinker", "--no-warn-symbol-ordering", "-Xlinker",
            "--symbol-ordering-file=\(Context.packageDirectory)/Sources/caseload/key.order",
        ], .when(configuration: .release))
]

/// Every theme, preset and policy is named here, because a folder cannot be embedded; a test compares this list with the folders.
let themes = ["terminal", "dark", "light", "mono"]
let presets = [
    "servicenow-events", "salesforce-accounts", "salesforce-contacts", "salesforce-contracts",
    "salesforce-entitlements", "salesforce-cases", "zendesk-accounts", "zendesk-contacts", "zendesk-agents",
    "zendesk-cases",
]
let policies = ["legacy-guide"]

let package = Package(
    name: "caseload",
    products: [
        .executable(name: "caseload", targets: ["caseload"]),
        .library(name: "CaseModel", targets: ["CaseModel"]),
        .library(name: "CaseStorage", targets: ["CaseStorage"]),
    ],
    targets: [
        // The system: a module map and a shim each, for what Swift cannot import by itself.
        .systemLibrary(name: "CNcurses"),
        .systemLibrary(name: "CSQLite"),

        // Values and rules: pure.
        .target(name: "SettingsText", swiftSettings: quick),
        .target(name: "CaseModel", dependencies: ["SettingsText"], swiftSettings: quick),
        .target(name: "TerminalUI", dependencies: ["SettingsText"], swiftSettings: quick),
        .target(name: "ConsoleCore", dependencies: ["CaseModel", "TerminalUI"], swiftSettings: strict),
        .target(name: "CaseDemo", dependencies: ["CaseModel"], swiftSettings: quick),

        // Embedding rebuilds slowly, so it has a module of its own.
        .target(
            name: "EmbeddedFiles",
            resources: themes.map { .embedInCode("../../Themes/\($0).theme") }
                + presets.map { .embedInCode("Presets/\($0).map") }
                + policies.map { .embedInCode("Policies/\($0).policy") },
            swiftSettings: strict
        ),

        // Boundaries: one outside thing each.
        .target(name: "CaseStorage", dependencies: ["CaseModel", "CSQLite"], swiftSettings: quick),
        .target(name: "CaseExchange", dependencies: ["CaseModel", "SettingsText"], swiftSettings: strict),
        .target(name: "CursesTerminal", dependencies: ["TerminalUI", "CNcurses"], swiftSettings: strict),
        .target(name: "PseudoTerminal", swiftSettings: strict),

        // Programs.
        .executableTarget(
            name: "caseload",
            dependencies: [
                "CaseModel", "CaseStorage", "CaseExchange", "CaseDemo", "ConsoleCore", "CursesTerminal", "TerminalUI",
                "SettingsText", "EmbeddedFiles",
            ],
            exclude: ["key.order"],
            swiftSettings: strict,
            linkerSettings: laidOut
        ),
        .executableTarget(
            name: "caseload-bench", dependencies: ["PseudoTerminal", "CaseModel", "CaseStorage"], swiftSettings: strict),

        // What tests of several modules share, and the tests.
        .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: quick),
        .target(
            name: "GuidePolicy", dependencies: ["CaseModel", "CaseStorage", "CaseExchange", "EmbeddedFiles"],
            path: "Tests/GuidePolicy", swiftSettings: strict),
        .target(
            name: "CaseSamples", dependencies: ["CaseModel", "GuidePolicy", "SeededRandom"], path: "Tests/CaseSamples",
            swiftSettings: quick),
        // The rows of the domain reference with their proofs, run by tests and by a command that prints the count.
        .target(
            name: "SeedRows", dependencies: ["CaseModel", "GuidePolicy"], path: "Tests/SeedRows", swiftSettings: strict
        ),
        .executableTarget(
            name: "seed-rows", dependencies: ["SeedRows", "CaseModel", "GuidePolicy"], path: "Tests/SeedRowReport",
            swiftSettings: strict),
        .testTarget(
            name: "SeedRowTests", dependencies: ["SeedRows", "CaseModel", "GuidePolicy"], swiftSettings: strict),
        // The log of another system, asked of the life cycle: by a test on a small log, by a command on any.
        .target(
            name: "EventLogReplay", dependencies: ["CaseModel", "CaseExchange", "EmbeddedFiles", "GuidePolicy"],
            path: "Tests/EventLogReplay", swiftSettings: strict),
        .executableTarget(
            name: "log-replay", dependencies: ["EventLogReplay"], path: "Tests/LogReplay", swiftSettings: strict),
        .testTarget(
            name: "LifeCycleTests",
            dependencies: [
                "CaseModel", "CaseExchange", "CaseStorage", "EventLogReplay", "GuidePolicy", "SeededRandom",
            ],
            exclude: ["Fixtures"], swiftSettings: strict),
        .executableTarget(
            name: "store-exerciser", dependencies: ["CaseModel", "CaseStorage", "GuidePolicy"],
            path: "Tests/StoreExerciser",
            swiftSettings: strict),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "CaseModel", "CaseSamples", "CaseStorage", "GuidePolicy", "SeededRandom", "store-exerciser",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "StoreTests",
            dependencies: ["CaseModel", "CaseStorage", "CaseSamples", "GuidePolicy", "HostileText", "SeededRandom"],
            swiftSettings: strict),
        .testTarget(
            name: "CaseModelTests",
            dependencies: ["CaseModel", "CaseSamples", "GuidePolicy", "HostileText", "SeededRandom"],
            swiftSettings: strict),
        // What judges clocks may know nothing of the model.
        .target(name: "ClockOracle", path: "Tests/ClockOracle", swiftSettings: quick),
        .testTarget(
            name: "ClockTests", dependencies: ["CaseModel", "CaseExchange", "ClockOracle", "SeededRandom"],
            swiftSettings: strict),
        .target(name: "HostileText", path: "Tests/HostileText", swiftSettings: strict),
        .testTarget(
            name: "CursesTerminalTests", dependencies: ["CursesTerminal", "TerminalUI", "SeededRandom"],
            swiftSettings: strict),
        .testTarget(
            name: "SettingsTextTests", dependencies: ["SettingsText", "SeededRandom"], swiftSettings: strict),
        .testTarget(
            name: "TerminalUITests",
            dependencies: ["TerminalUI", "SettingsText", "EmbeddedFiles", "HostileText", "SeededRandom"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ConsoleTests",
            dependencies: [
                "ConsoleCore", "CaseModel", "TerminalUI", "CaseSamples", "GuidePolicy", "HostileText", "SeededRandom",
            ],
            exclude: ["Pictures"], swiftSettings: strict),
        .testTarget(name: "DemoTests", dependencies: ["CaseDemo", "CaseModel", "GuidePolicy"], swiftSettings: strict),
        .testTarget(
            name: "ExchangeTests",
            dependencies: [
                "CaseExchange", "CaseModel", "SettingsText", "EmbeddedFiles", "GuidePolicy", "SeededRandom",
            ],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "PolicyTests",
            dependencies: [
                "CaseModel", "CaseExchange", "SettingsText", "EmbeddedFiles", "GuidePolicy", "caseload", "ProgramStage",
                "PseudoTerminal", "SeededRandom",
            ],
            exclude: ["Fixtures"], swiftSettings: strict),
        // Tests of the house itself and of what drives programs in tests.
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
        .target(
            name: "ProgramStage", dependencies: ["PseudoTerminal"], path: "Tests/ProgramStage", swiftSettings: strict
        ),
        .testTarget(
            name: "EndToEndTests", dependencies: ["PseudoTerminal", "ProgramStage", "HostileText", "SeededRandom"],
            swiftSettings: strict),
        .testTarget(
            name: "ProgramTests",
            dependencies: [
                "caseload", "ProgramStage", "PseudoTerminal", "HostileText", "CaseModel", "CaseSamples", "CaseStorage",
                "ConsoleCore", "GuidePolicy", "SeededRandom", "TerminalUI",
            ],
            exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(
            name: "PseudoTerminalTests", dependencies: ["PseudoTerminal", "ProgramStage", "SeededRandom"],
            swiftSettings: strict),
    ]
)
