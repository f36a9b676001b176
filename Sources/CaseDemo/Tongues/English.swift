extension Tongue {
    static let english = Tongue(
        code: "en",
        subjects: [
            [
                "{product} pair drops all sessions after the failover in {place}",
                "{product} {version} answers with {code} behind the load balancer",
                "No traffic through {host} since the firewall change",
                "{product} in {place} reboots every {minutes} minutes under load",
            ],
            [
                "{product} refuses check-out of {count} seats with {code}",
                "{product} {version} shows {count} licences too few",
                "How to move {count} licences from {host} to a new server",
                "Licences of {place} return to the grace period every night",
            ],
            [
                "Profile load takes {minutes} minutes at sign-on in {place}",
                "Profiles of {count} users come up empty on {host}",
                "{product} {version} loses desktop settings after sign-off",
                "Roaming profiles grow by {count} MB a day in {place}",
            ],
            [
                "{product} {version} prints blank pages for {count} users",
                "Printers in {place} vanish after reconnect ({code})",
                "Label printer on {host} cuts every job after page one",
                "Print jobs from {place} wait {minutes} minutes in the queue",
            ],
            [
                "Sessions on {host} freeze for {minutes} seconds",
                "{count} users in {place} lose their sessions at the same time",
                "{product} {version} closes with {code} when a second screen is plugged in",
                "Black screen after sign-on to {host}",
            ],
            [
                "Certificate of {host} ran out, {count} users locked out",
                "{product} {version} rejects the new certificate chain with {code}",
                "Renewed certificate is not offered in {place}",
            ],
            [
                "Update to {product} {version} stops at {count} percent",
                "After the update to {version} {host} does not start its service",
                "Roll back {product} {version} on {count} hosts in {place}",
            ],
            [
                "{product} {version} cannot deliver its report: {code}",
                "Usage upload from {place} is refused for {count} hosts",
                "Compliance notice although {host} reports daily",
            ],
            [
                "{product} in {place}: power supply 2 reports {code}",
                "Fan warning on {host} since the move to {place}",
                "{product} does not come back after a power cut in {place}",
            ],
            [
                "Single sign-on asks {count} users in {place} for a password again",
                "{product} {version} ends sign-on with {code}",
                "Accounts in {place} are locked after the password change",
                "Second factor is never asked for on {host}",
            ],
        ],
        symptoms: [
            "Since this morning connections through {host} break off; the log shows {code} each time.",
            "Clients get {code} as soon as they ask {host} for a seat.",
            "Users wait {minutes} minutes before they see their desktop; it was seconds last week.",
            "Jobs leave the application, but nothing comes out of the printer in {place}.",
            "Sessions freeze for about {minutes} seconds and go on as if nothing had happened, or end with {code}.",
            "Browsers warn about the certificate of {host}, and the client refuses to connect.",
            "The installer ran for {minutes} minutes and then rolled everything back with {code}.",
            "The agent on {host} has not been able to send its report; {code} is all it says.",
            "The unit in {place} shows {code} on its front, and the second power supply is off.",
            "People sign on at the portal, are sent round in a circle and end at {code}.",
        ],
        details: [
            "About {count} people are hit, all of them in {place}.",
            "Nothing was changed on our side as far as we know.",
            "We restarted {host} twice. It helped for {minutes} minutes.",
            "A second site with the same version does not show this.",
            "It happens again whenever somebody tries.",
        ],
        greetings: [
            "Thank you for the report. I am looking at the minutes around {code}.",
            "I take this over. Could you tell me whether {host} shows the same when it is alone?",
            "I can see the same message in the lab with {version}. More from me today.",
        ],
        received: "Thank you for the report. It is in the right queue; an engineer will write to you.",
        asks: [
            "Please send the log of {host} from ten minutes before to ten minutes after.",
            "Could you repeat it with tracing switched on, and note the time to the second?",
            "Which version runs on the clients in {place}?",
        ],
        answers: [
            "The log you asked for is attached. Same message on the second host.",
            "We tried it at lunch: it happened again at once.",
            "All clients in {place} run {version}.",
        ],
        fixes: [
            "The setting for idle connections on {host} was the cause. With {minutes} minutes instead of one it stays up.",
            "The fix in {version} removes this. Until you can install it, restart the service once a day.",
            "A stale entry for {host} was left in the configuration. It is removed, and the service was reloaded.",
        ],
        thanks: [
            "Works since yesterday, you may close this.",
            "Confirmed on all hosts. Thank you for the quick help.",
        ]
    )
}
