extension Tongue {
    static let chinese = Tongue(
        code: "zh",
        subjects: [
            [
                "{place}的{product}切换后所有会话中断",
                "修改防火墙后{host}没有流量",
            ],
            [
                "{product}拒绝签出{count}个许可证（{code}）",
                "把{count}个许可证从{host}迁移到新服务器",
            ],
            [
                "{place}加载配置文件需要{minutes}分钟",
                "{host}上{count}个用户的配置文件为空",
            ],
            [
                "{product} {version}在{place}打印空白页",
                "重新连接{host}后打印机消失",
            ],
            [
                "{host}上的会话卡住{minutes}秒",
                "{place}的{count}个用户同时掉线",
            ],
            [
                "{host}的证书过期，{count}个用户无法登录",
                "{product} {version}拒绝新的证书链（{code}）",
            ],
            [
                "升级到{version}停在百分之{count}",
                "升级后{host}的服务无法启动",
            ],
            [
                "{place}的使用报告被拒绝：{code}",
                "{host}每天上报，仍收到合规通知",
            ],
            [
                "{place}的{product}：电源2报{code}",
                "搬迁后{host}出现风扇告警",
            ],
            [
                "门户再次要求{count}个用户输入密码",
                "修改密码后{place}的账号被锁定",
            ],
        ],
        symptoms: [
            "从今天早上起，经过{host}的连接不断中断，日志每次都显示{code}。",
            "终端一申请许可证，{host}就返回{code}。",
            "等{minutes}分钟才看到桌面，上周只要几秒。",
            "任务已从应用发出，但{place}的打印机没有输出。",
            "会话停顿约{minutes}秒后继续，或以{code}结束。",
            "浏览器对{host}的证书发出警告，客户端拒绝连接。",
            "安装程序运行了{minutes}分钟，然后以{code}全部回退。",
            "{host}上的代理无法发送报告，只显示{code}。",
            "{place}的设备面板显示{code}，第二个电源不亮。",
            "登录后页面来回跳转，最后停在{code}。",
        ],
        details: [
            "约{count}人受影响，都在{place}。",
            "据我们所知，我方没有任何改动。",
            "重启{host}后好了{minutes}分钟。",
        ],
        greetings: [
            "感谢反馈，我正在查看{code}前后的日志。",
            "此问题由我处理。{host}单独运行时也这样吗？",
        ],
        received: "感谢反馈，已转至相应队列，工程师将与您联系。",
        asks: [
            "请提供该时段{host}的日志。",
            "{place}的终端是哪个版本？",
        ],
        answers: [
            "日志见附件，第二台服务器也是同样的信息。",
            "{place}全部是{version}。",
        ],
        fixes: [
            "原因是{host}的一条旧配置，已删除并重新加载服务。",
            "{version}已修复。在此之前请每天重启一次服务。",
        ],
        thanks: ["从昨天起正常，可以关闭。", "所有服务器都已确认，谢谢。"]
    )
}
