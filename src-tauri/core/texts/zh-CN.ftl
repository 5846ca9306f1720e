### Every text that a person can read. One id a line, grouped by where it is shown.
### Two short sentences at most, no "please", no blame, no exclamation marks; "we" is Homeport.


## Tray

tray-title = Homeport
tray-tooltip = Homeport: { $headline }
tray-address = { $family } { $address }
tray-address-copy = { $family } { $address } – 复制
tray-hostname = { $name } – { $words }
tray-more = 另有 { $count } 个
tray-add = 添加主机名…
tray-check = 立即检查并更新
tray-check-wait = 立即检查并更新 – 刚刚完成
tray-checking = 正在检查…
tray-pause = 暂停
tray-pause-hour = 1 小时
tray-pause-tomorrow = 直到明天
tray-pause-resumed = 直到我恢复
tray-resume = 恢复更新
tray-open = 打开 Homeport
tray-settings = 设置
tray-diagnostics = 运行诊断
tray-quit = 退出（更新将停止）

## Notifications

notice-changed = 新地址 { $address }
notice-changed-one = { $hostname } 已是最新。
notice-changed-many = 已更新 { $count } 个主机名。
notice-recovered = { $span }后恢复正常
notice-recovered-one = { $hostname } 又是最新的了。
notice-minutes = { $count } 分钟
notice-hours = { $count } 小时
notice-first-close = Homeport 仍在运行
notice-first-close-body = { $system ->
    [windows] 它的小屋在屏幕右下角，也许在箭头后面。在那里退出后更新就会停止。
    [macos] 它的小屋在菜单栏里。在那里退出后更新就会停止。
    *[other] 它的小屋在托盘里。在那里退出后更新就会停止。
}
notice-trial = Homeport 测试
notice-trial-body = 通知可以显示。请在窗口中确认。
notice-problem = { $means }{ $cure }
notice-summary = 过去一小时还有 { $count } 条消息
notice-summary-changes = 过去一小时地址又变了 { $count } 次

## Settings file: what is wrong, and (-do) what to do. Shown as "settings.toml, line 3, FIELD: WHAT; CURE".

settings-not-toml = 这不是 TOML：{ $reason }
settings-not-toml-do = 请改正这一行；文字要加引号，每个 [表] 独占一行
settings-no-version = 缺少文件的版本
settings-no-version-do = 在第一行写 version = 1，或恢复 settings.toml.previous
settings-newer = 文件版本是 { $found }，而此 Homeport 最多读到版本 1
settings-newer-do = 更新 Homeport，或恢复 settings.toml.previous
settings-bad-version = 没有版本 { $found }
settings-bad-version-do = 请写 version = 1
settings-type = 值的类型不对
settings-type-do = 应为 { $expected }
settings-missing = 缺少 { $key }
settings-missing-do = 添加一行 { $key } = "…"
settings-unknown-key = Homeport 不认识 { $key }
settings-unknown-key-do = 写 { $near }，或删除此行
settings-unknown-key-far = Homeport 不认识 { $key }
settings-unknown-key-far-do = 删除此行；这里可用的有：{ $known }
settings-account-id = "{ $found }" 不能作为账户名
settings-account-id-do = 使用 1 到 64 个字母、数字、- 和 _
settings-account-twice = 已有 ID 为 { $found } 的账户
settings-account-twice-do = 给每个账户各自的 ID
settings-unknown-provider = Homeport 不认识服务商 { $found }
settings-unknown-provider-do = 写 { $near }，或用 homeport providers 查找
settings-unknown-provider-far = Homeport 不认识服务商 { $found }
settings-unknown-provider-far-do = 用 homeport providers 查找
settings-unknown-field = { $provider } 没有 { $key } 这一项
settings-unknown-field-do = 写 { $near }，或删除此行
settings-unknown-field-far = { $provider } 没有 { $key } 这一项
settings-unknown-field-far-do = 删除此行；这里可用的有：{ $known }
settings-no-fields = { $provider } 没有 { $key } 这一项
settings-no-fields-do = 删除此行
settings-secret-field = { $key } 是机密，机密绝不写在此文件中
settings-secret-field-do = 删除此行，并在窗口中把 { $account } 的机密交给 Homeport；如果别人可能读过此文件，请换一个新的
settings-bad-field = { $reason }
settings-bad-field-do = 与 homeport providers { $provider } 对照
settings-lacking-field = { $provider } 需要 { $key } 这一项
settings-lacking-field-do = 在 [account.fields] 下添加 { $key } = "…"
settings-bad-hostname = { $reason }
settings-bad-hostname-do = 写完整的名称，例如 home.example.org
settings-hostname-twice = { $found } 在文件中出现了两次
settings-hostname-twice-do = 删除其中一个
settings-no-account = 没有账户 { $found }
settings-no-account-do = 写 { $near }，或添加带此 ID 的 [[account]]
settings-no-account-far = 没有账户 { $found }
settings-no-account-far-do = 添加带此 ID 的 [[account]]
settings-same-account = { $found } 已在维护此主机名
settings-same-account-do = 写另一个账户，或删除 standby
settings-no-standby = 它描述备用账户，但没有备用账户
settings-no-standby-do = 添加 standby = "账户"，或删除它
settings-standby-twice = { $found } 已由另一个条目维护
settings-standby-twice-do = 写一个其他条目没有的名称
settings-bad-span = "{ $found }" 不是 5 分钟到 7 天之间的时长
settings-bad-span-do = 写数字和 m、h 或 d："30m"、"2h"、"1d"
settings-bad-device = "{ $found }" 不指向任何设备
settings-bad-device-do = 写它地址的末尾 ("::1234") 或 MAC 地址 ("02:11:22:33:44:55")
settings-bad-address = "{ $found }" 不是 { $family } 地址
settings-bad-address-do = 写一个 { $family } 地址，或删除此行以自动查找
settings-bad-command = 缺少程序
settings-bad-command-do = 先写程序的路径，再写参数
settings-bad-url = 这不是网址
settings-bad-url-do = 写完整的网址，例如 https://echo.example.org/
settings-url-secret = 网址中含有用户名或密码，机密绝不写在此文件中
settings-url-secret-do = 换用不需要它们的服务
settings-proxy-secret = 地址中含有用户名或密码，机密从不放在此文件中
settings-proxy-secret-do = 使用无需密码的代理，或设置 HTTPS_PROXY
settings-bad-proxy = 这不是代理地址
settings-bad-proxy-do = 写成 http://host:port
settings-bad-placeholder = 没有占位符“{ $found }”
settings-bad-placeholder-do = 使用 hostname、family、address 和 old，各放在双花括号中
settings-plain-http = http:// 途中人人可读，所以只能用于本机和本网络
settings-plain-http-do = 请写 https://
settings-bad-stun = 这不是 STUN 服务器
settings-bad-stun-do = 写它的名称或地址和端口，例如 stun.example.org:3478
settings-bad-dns = 这不是 DNS 来源
settings-bad-dns-do = 写成 NAME@SERVER:PORT，例如 myip.example.org@192.0.2.53:53
settings-bad-home = "{ $found }" 不是网络
settings-bad-home-do = 写路由器的 MAC 地址和子网，例如 "aa:bb:cc:dd:ee:ff/192.168.1.0/24"
settings-bad-nameserver = "{ $found }" 不是域名服务器的地址
settings-bad-nameserver-do = 写它的地址和端口，例如 "192.0.2.53:53"
settings-bad-choice = "{ $found }" 不在可选项中
settings-bad-choice-do = 可选：{ $known }
## Headlines of the status page, the tray and `homeport status`

headline-ok = { $count ->
    [1] { $host } 已是最新
    *[other] 全部 { $count } 个主机名都是最新的
}
headline-ok-detail = 已在区域的域名服务器上证实。
headline-practice-detail = 已在本机的练习服务器上证实。
headline-empty = 还没有主机名
headline-empty-detail = 添加要指向您家的名称。
headline-looking = 正在查找您的地址…
headline-updating = 正在更新 { $host }…
headline-working-detail = 请稍候。
headline-paused = 更新已暂停
headline-paused-detail = 在您恢复之前，DNS 保持不变。
headline-paused-until-detail = DNS 保持不变。我们会自动继续。
headline-offline = 正在等待网络
headline-offline-detail = DNS 保持原样。连接恢复后我们会自动继续。

## Address cards

address-agreed = { $here ->
    [yes] { $count ->
        [0] 本机自己的地址
        [1] 本机和 { $names }
        *[other] 本机和 { $count } 个服务一致
    }
    *[no] { $count ->
        [1] { $names }
        *[other] { $count } 个服务一致
    }
}
address-absent = 此网络没有这种地址。
address-own-only = 没有网络：本机自己的地址。
verdict-direct = 直达
verdict-behind-nat = 在路由器后面
verdict-cgnat = 共享
verdict-not-here = 此处没有
verdict-unknown = 不确定
verdict-own-only = 仅此处
why-not-yet-asked = 尚未询问。
why-no-route = 没有通往互联网的路。
why-no-answer = 没有服务应答。
why-no-dns = 无法查询任何名称。
why-one-witness = 只有一个服务应答：{ $address }。
why-disagree = 各服务给出的地址不同：{ $addresses }。
why-captive-portal = 网络用网页作了应答。
why-shared = { $address } 由您的宽带运营商共享。
why-not-public = 外面无法访问 { $address }。
why-no-lasting-address = 只有短期地址。
why-not-pinned = 没有以所选后缀结尾的长期地址。

## What each source said, and what was made of it

source-believed = 报告 { $address }，与一致结果相同。
source-outvoted = 报告 { $address }；其他来源一致认为是另一个地址。
source-disputed = 报告 { $address }；没有达成一致。
source-alone = 只有它报告 { $address }。
source-not-public = 报告 { $address }，它不是公网地址。
source-sign = 报告 { $address }，仅作线索。
source-no-answer = 没有回答。
source-no-dns = 无法解析它的名称。
source-tls = 它的证书被拒绝：{ $reason }。
source-not-an-address = 回答的不是地址。
source-other-family = 回答的是另一类地址。
source-status = 回答状态 { $reason }。
source-none = 没有此类地址。

## How a change behind the router is noticed

lookout-tells = 路由器 { $router } 报告 { $external }，通过 { $names }。
lookout-behind = 路由器 { $router } 报告 { $external }，而互联网看到的是另一个地址：途中还有一层地址转换。
lookout-nameless = 路由器 { $router } 不报告公网地址：途中还有一层地址转换。
lookout-pulses = 路由器什么都不报告，所以会不时询问 STUN 服务器。
lookout-silent = 路由器 { $router } 什么都不报告。
lookout-direct = 这里没有变化会藏在路由器后面。

## Rows of hostnames

row-ok = 已是最新
row-paused = 已暂停
row-held = 暂缓
row-sending = 正在更新
row-accepted = 已接受，即将进入 DNS
row-unsure = 无法确认
row-offline = 正在等待网络
row-waiting = 正在等待地址
row-nothing = 此处没有地址
row-attention = 请查看
row-auth-rejected = 令牌被拒
row-auth-scope = 缺少权限
row-host-not-found = 服务商不认识
row-not-yours = 属于别人
row-blocked = 被服务商封锁
row-client-refused = Homeport 被拒绝
row-bad-request = 未被接受
row-rate-limited = 请求过多，等待中
row-provider-down = 服务商没有应答
row-provider-unknown = 看不懂应答
row-not-in-dns = 不在 DNS 中
row-foreign-change = 被别的程序改动
row-keychain-locked = 钥匙串已锁定
row-keychain-absent = 没有钥匙串
row-keychain-denied = 钥匙串拒绝访问
row-secret-missing = 缺少令牌
row-tls-trust = 连接不可信
row-no-dns = 没有 DNS
row-standby = 由备用账户维护
standby-ready = 就绪

## Chips: the state of one record

chip-verified = 已证实
chip-accepted = 即将进入 DNS
chip-proxied = 在服务商的代理后面
chip-sending = 正在更新
chip-holding = 暂缓
chip-unsure = 无法确认
chip-wrong = 错误
chip-offline = 没有网络
chip-off = 关
chip-not-here = 此处没有

## Buttons of problems

button-check-now = 立即检查
button-try-again = 重试
button-replace-secret = 更换令牌
button-open-provider = 打开 { $provider }
button-edit-hostname = 编辑主机名
button-run-diagnostics = 运行诊断
button-resume = 恢复
button-this-is-home = 这里也是家
button-open-token-page = 打开令牌页面
button-take-over = 接管
button-leave-alone = 交给另一方
button-open-sign-in = 打开登录页面
button-use-vpn = 使用 VPN 地址
button-choose-sources = 地址来源
button-unlock = 解锁
button-keep-in-memory = 保留在内存中直到退出
button-ipv6-only = 仅使用 IPv6
button-ipv6-off = 关闭 IPv6
button-how-known = 我们如何得知
button-update-here = 仅此一次仍更新
button-who-else = 还有谁在更新？
button-details = 详情
button-show-zones = 显示我的域名

## Problems: what happened, what it means, what to do

fault-offline-happened = 本机没有连接互联网。
fault-offline-means = 无法检查或更新。您的 DNS 保持原样。
fault-offline-do = 连接恢复后我们会自动继续。
fault-no-dns-happened = 无法查询名称。
fault-no-dns-means = 连接正常，但它的 DNS 没有应答。您的 DNS 保持原样。
fault-no-dns-do = 我们会自动重试。若持续如此，请重启路由器。
fault-captive-happened = 网络返回的是网页，而不是您的地址。
fault-captive-means = 您可能在需要登录的 Wi-Fi 上。什么都没有改动。
fault-captive-do = 登录该 Wi-Fi，然后再检查。
fault-tls-trust-happened = 无法验证与 { $provider } 的安全连接。
fault-tls-trust-means = 有过滤器在读取流量，或本机时钟不对。没有发送令牌。
fault-tls-trust-do = 检查时钟，并在过滤器中允许 Homeport。
fault-vpn-active-happened = VPN（{ $name }）已开启。
fault-vpn-active-means = 可见的地址属于 VPN，而不是您家。更新暂缓。
fault-vpn-active-do = { $why ->
    [cannot-bind] 此系统无法绕过 VPN 查看。请关闭它，或选择 vpn = "hold" 或 "through"。
    [no-way-beside] VPN 之外没有出口。请连接您的网络，或关闭 VPN。
   *[held] 关闭它，使用它的地址，或让我们绕过它查看（设置中的 vpn）。
}
fault-not-home-happened = { $why ->
    [not-told] 无法判断这是哪个网络。
   *[away] 外出：{ $name } 不是您的家庭网络。
}
fault-not-home-means = 现在更新会让您的主机名指向这里。更新暂缓。
fault-not-home-do = 无需操作。如果这里也是家，请把它加入家庭网络。
fault-ip-disagree-happened = 各服务报告的地址不同（{ $addresses }）。
fault-ip-disagree-means = 我们无法确定哪个是您的，所以没有动 DNS。
fault-ip-disagree-do = 通常几分钟内会自行解决。否则请关闭代理和 VPN。
fault-one-witness-happened = 只有一个服务报告了您的地址（{ $address }）。
fault-one-witness-means = 新地址要两个一致才会发布。没有动 DNS。
fault-one-witness-do = 无需操作。我们会自动再问。
fault-cgnat-happened = { $why ->
    [double] 您的路由器在另一台路由器后面。
   *[carrier] 您的宽带运营商让许多用户共享一个 IPv4 地址。
}
fault-cgnat-means = { $known ->
    [router] 外面无法通过 IPv4 访问 { $address }。
    [world] 路由器没有给出公网地址，外界看到 { $seen }。记录会保持更新，但外来的 IPv4 连接无法到达。
   *[both] 路由器的地址是 { $address }，外界看到 { $seen }。记录会保持更新，但外来的 IPv4 连接无法到达。
}
fault-cgnat-do = { $why ->
    [double] 把第一台路由器改为桥接模式，在两台上都转发端口，或使用 IPv6。
   *[carrier] 如有 IPv6 请用 IPv6，或向运营商申请公网 IPv4 地址。
}
fault-ipv6-none-happened = 没有找到长期的 IPv6 地址。
fault-ipv6-none-means = 只有短期地址，或一个也没有。AAAA 记录保持原样。
fault-ipv6-none-do = 如果此网络没有 IPv6，请关闭该主机名的 IPv6。
fault-keychain-locked-happened = 钥匙串已锁定。
fault-keychain-locked-means = { $host } 的令牌安全地存在里面，但我们读不到。更新在等待。
fault-keychain-locked-do = 请解锁。我们会自动重试。
fault-keychain-absent-happened = 没有找到钥匙串。
fault-keychain-absent-means = 读不到 { $host } 的令牌，而我们绝不把令牌存入文件。
fault-keychain-absent-do = 安装或启动 gnome-keyring 或 KWallet。在服务器上请用 systemd 凭据。
fault-keychain-denied-happened = 钥匙串拒绝了访问。
fault-keychain-denied-means = 读不到 { $host } 的令牌。更新在等待。
fault-keychain-denied-do = 在钥匙串中允许 Homeport，然后重试。
fault-secret-missing-happened = { $host } 的令牌已不在钥匙串中。
fault-secret-missing-means = 别的程序删除了它。此账户的更新在等待。
fault-secret-missing-do = 请再次粘贴令牌。
fault-auth-rejected-happened = { $provider } 没有接受 { $host } 的令牌。
fault-auth-rejected-means = 它输错了、被删除或已过期。为免您被封锁，我们已停止尝试。
fault-auth-rejected-do = 新建一个令牌并粘贴。
fault-auth-scope-happened = 该令牌不能更改 { $provider } 上的 { $host }。
fault-auth-scope-means = 缺少权限或付费功能。我们已停止尝试。
fault-auth-scope-do = 在 { $provider } 添加权限后重试；令牌不变。
fault-host-not-found-happened = { $provider } 的此账户中没有主机名 { $host }。
fault-host-not-found-means = 它被删除、已过期，或在那里拼写不同。我们已停止尝试。
fault-host-not-found-do = 在 { $provider } 核对，然后重试。
fault-not-yours-happened = { $host } 不属于 { $provider } 的此账户。
fault-not-yours-means = 只有所有者可以更改。我们已停止尝试。
fault-not-yours-do = 核对账户和名称，然后重试。
fault-blocked-happened = { $provider } 封锁了 { $host }。
fault-blocked-means = 更新太多，也许来自别的程序或路由器。我们已停止尝试。
fault-blocked-do = 先在 { $provider } 解除封锁，然后重试。
fault-client-refused-happened = { $provider } 拒绝此版本的 Homeport。
fault-client-refused-means = 继续尝试可能使您被封锁，所以我们停了下来。
fault-client-refused-do = 更新 Homeport，然后重试。
fault-bad-request-happened = { $provider } 没有接受 { $host } 的更新。
fault-bad-request-means = 有一项设置不合适。重复也没有用，所以我们停了下来。
fault-bad-request-do = 检查该主机名的设置，然后重试。
fault-rate-limited-happened = { $provider } 要求我们过一会儿再更新 { $host }。
fault-rate-limited-means = 目前更新太多。在那之前 DNS 中仍是旧地址。
fault-rate-limited-do = 无需操作。我们按要求等待，然后自动继续。
fault-provider-down-happened = { $provider } 没有为 { $host } 应答。
fault-provider-down-means = 问题在对方，您的网络正常。DNS 中仍是旧地址。
fault-provider-down-do = 无需操作。我们会自动重试。
fault-provider-unknown-happened = { $provider } 对 { $host } 的应答我们看不懂。
fault-provider-unknown-means = 我们不把它算作成功。下次尝试会晚一些，以免您被封锁。
fault-provider-unknown-do = 请在“活动”中查看应答：它也许说明了问题。修正后重试。
fault-uncertain-happened = 我们无法确认 { $host } 的更新。
fault-uncertain-means = { $provider } 的应答丢失了。更新可能已成功；DNS 会说明。
fault-uncertain-do = 无需操作。我们去问它的域名服务器。
fault-not-in-dns-happened = DNS 中的 { $host } 与 { $provider } 接受的不同。
fault-not-in-dns-means = 域名服务器说的是 { $found }，而不是 { $expected }。
fault-not-in-dns-do = 服务商可能需要几分钟。若持续如此，请在 { $provider } 查看记录。
fault-foreign-change-happened = { $host } 被别的程序改成了 { $found }。
fault-foreign-change-means = 另有更新程序（往往是路由器）也在管理此名称。我们不去动它。
fault-foreign-change-do = 关闭其中一个，或接管并把它设为 { $expected }。
fault-settings-broken-happened = 设置文件有错误。
fault-settings-broken-means = { $message }。上一份正确的设置仍然有效。
fault-settings-broken-do = 改正文件并保存。
fault-store-broken-happened = { $newer ->
    [yes] 较新的 Homeport 写了数据。
    *[no] 保存的数据已损坏。
}
fault-store-broken-means = { $newer ->
    [yes] 我们不动 { $file }，此 Homeport 在旁边保存自己的数据。DNS 没有改动。
    *[no] 它被另存为 { $file }，DNS 没有改动。
}
fault-store-broken-do = { $newer ->
    [yes] 重新安装较新的 Homeport，或继续用这个。
    *[no] 无需操作。若再次出现，请检查磁盘。
}
fault-disk-full-happened = Homeport 无法写入数据。
fault-disk-full-means = 原因：{ $message }。更新在内存中继续。
fault-disk-full-do = 请腾出磁盘空间。我们会自动重试。
fault-watcher-down-happened = 系统不把网络变化告诉我们。
fault-watcher-down-means = 系统说：{ $message }。变化会在一分钟内而不是立即看到。
fault-watcher-down-do = 无需操作。我们会自动重启监视。


## The state and the settings on the disk. The first group stands behind "cannot be written: ".

store-full = 磁盘已满
store-read-only = 磁盘是只读的
store-denied = 系统拒绝访问该文件夹
store-busy = 别的程序正在使用该文件
store-damaged = 文件已损坏
store-refused = 系统说：{ $reason }

store-settings-gone = settings.toml 不见了；请放回，或使用 settings.toml.previous
store-settings-folder = settings.toml 是文件夹；请移走
store-settings-link = settings.toml 是符号链接，其目标的所有者可以更改它；请放文件本身
store-settings-owner = settings.toml 属于别的用户；请改为您所有，或换成副本
store-settings-special = settings.toml 不是设置文件；请移走
store-settings-unreadable = 无法读取 settings.toml：{ $reason }
settings-not-text = 文件不是 UTF-8 文本
settings-not-text-do = 存为 UTF-8，或恢复 settings.toml.previous

## Window
window-name = Homeport
window-pages = 页面
window-page-status = 状态
window-page-activity = 活动
window-page-network = 网络
window-page-settings = 设置
window-page-help = 帮助
window-problems = { $count } 个问题
window-close = 关闭
window-cancel = 取消
window-more-for = { $hostname } 的更多操作
window-copied = 已复制
window-copy-failed = 此系统不让我们复制。
window-reason-happened = Homeport 没有应答。
window-reason-means = 它可能正在重新启动；什么都没有改动。
window-reason-do = 请稍后再试。
window-starting = 正在启动 Homeport…
window-starting-detail = 马上就好。您的名称保持不变。
window-failed = 无法启动 Homeport
window-failed-do = 重新安装 Homeport，或在终端运行“homeport run”查看原因。
window-failed-again = 重试
window-ended = Homeport 已结束；我们在等它回来。您看到的是 { $time } 的内容。
window-stopped = Homeport 已停止。您的名称不再保持最新。
window-stopped-start = 启动 Homeport

window-check-now = 立即检查
window-checking = 正在检查…
window-check-again-in = { $seconds } 秒后可再试
window-pause = 暂停更新
window-pause-hour = 1 小时
window-pause-tomorrow = 直到明天
window-pause-resumed = 直到我恢复
window-resume = 恢复更新
window-addresses = 您的地址
window-copy-address = 复制 { $family } 地址
window-no-address = 没有地址
window-seen = { $ago }确认
window-hostnames = 主机名
window-add = 添加主机名
window-since = 自 { $time }
window-next-try = 下次尝试 { $time }
window-no-tray = 此桌面不显示托盘图标。Homeport 会继续运行；请从应用列表打开此窗口。

window-row-try-again = 重试
window-row-update = 立即更新
window-row-pause = 暂停
window-row-resume = 恢复
window-row-remove = 移除…
window-remove-title = 从 Homeport 移除 { $hostname }？
window-remove-text = Homeport 不再更新它。DNS 记录本身保持不变。
window-remove = 移除
window-update-here-title = 让主机名指向这个网络？
window-update-here-text = 在这台电脑回到家庭网络之前，它们指向这里而不是家。到了下一个外部网络，Homeport 会再次等待。
window-update-here-confirm = 在此更新
window-zones-title = 我的域名
window-zones-text = 该令牌能看到这些域名。{ $host } 必须属于其中之一。
window-zones-none = 令牌有效，但没有返回任何域名。

window-problem-try = 下次尝试 { $time }
window-problem-open = 查看怎么办：{ $problem }

window-practice-title = 自己问问练习服务器
window-practice-text = 只要 { $hostname } 在这里，它就在本机中运行。把这行粘贴到终端：
window-copy-command = 复制命令

window-empty-title = 两种开始方式
window-empty-add = 添加第一个主机名
window-empty-add-text = deSEC、No-IP、Duck DNS 等服务商处的名称，免费或付费。
window-empty-practice = 无需账户先试试
window-empty-practice-text = 本机中的练习服务商。什么都不会传出去。
window-import-card = 从其他客户端迁移
window-import-card-text = 接管 ddclient、inadyn、ddns-go、No-IP 或路由器所更新的名称。
window-import-title = 从其他客户端接管
window-import-text = 选择它的设置文件。在您看过内容之前，不会添加任何东西。
window-import-choose = 选择文件…
window-import-client = 是谁的文件
window-import-recognise = 自动识别
window-import-found = 在 { $client } 的这个文件中：{ $count ->
    [0] 没有可接管的内容
   *[other] { $count } 个主机名
}
window-import-added = 已添加 { $count } 个主机名
window-import-left-out = 未接管
window-import-not-run = 仅列出，绝不运行
window-import-not-needed = 不需要
window-import-guessed = （推测：请检查）
window-import-secret = { $key }：隐藏，存入钥匙串
window-import-line = 第 { $line } 行：
window-import-more = 另有 { $count } 条
window-import-nothing-yet = 尚未添加任何内容。
window-import-add = 添加 { $count } 个主机名

window-activity-detail = 在本机保存 { $days } 天。机密绝不写在这里。
window-activity-show = 显示
window-activity-all = 全部
window-activity-changes = 变化
window-activity-problems = 问题
window-activity-today = 今天，{ $date }
window-activity-yesterday = 昨天，{ $date }
window-activity-folded = { $count ->
    [1] 已检查，没有变化
    *[other] 已检查 { $count } 次，没有变化
}
window-activity-older = 显示更早的
window-activity-none = 还没有发生什么
window-activity-none-text = 每次变化和每个问题都会在这里占一行。
window-activity-none-kind = 没有这类内容
window-weight-routine = 日常
window-weight-change = 变化
window-weight-warning = 请查看
window-weight-failure = 问题

window-network-detail = 逐项检查本机与您的名称之间的一切。
window-network-run = 全部检查
window-network-running = 正在检查…
window-network-waiting = 检查要询问网络，需要几秒钟。
window-network-checks = 检查
window-notification-test = 发送测试
window-notification-asked = 通知出现了吗？
window-notification-yes = 出现了
window-notification-no = 没有出现
window-network-sum = { $passed } 项通过，{ $look } 项需查看
window-network-sum-skipped = { $passed } 项通过，{ $look } 项需查看，{ $skipped } 项跳过
window-check-pass = 通过
window-check-warn = 请查看
window-check-fail = 失败
window-check-skipped = 跳过

window-settings-detail = 每项更改立即生效。
window-settings-accounts = 账户
window-settings-no-account = 还没有账户
window-settings-no-account-text = 向导会随第一个主机名创建一个。
window-settings-account = { $account } · { $count } 个主机名
window-settings-places = 各项位置
window-settings-file = 设置
window-settings-state = 历史和状态
window-settings-secrets = 令牌和密码
window-settings-keychain = { $system ->
    [windows] 在 Windows 凭据管理器中，绝不在文件里。
    [macos] 在您的 macOS 钥匙串中，绝不在文件里。
    *[other] 在桌面的密钥环中，绝不在文件里。
}
window-settings-copy-path = 复制路径：{ $what }
window-settings-version = 版本
window-settings-theme = 颜色
window-settings-tray = 托盘
window-autostart = 登录时启动
window-autostart-on = 登录项在：{ $place }
window-autostart-off = 在您打开 Homeport 之前不会更新。
window-autostart-stale = 登录项启动的是别的程序：{ $program }。打开即可更正。
window-autostart-managed = 由 systemd 启动。要关闭：systemctl --user disable homeport
window-autostart-hidden = 不显示窗口
window-autostart-hidden-text = 只出现托盘里的房子。
window-tray-shown = 小屋在您的托盘里。
window-tray-none = Homeport 在没有托盘图标的情况下运行。

window-way-title = 您地址的路线
window-way-computer = 本机
window-way-router = 路由器
window-way-tunnel = VPN
window-way-internet = 互联网
window-way-dns = DNS 服务器
window-way-world = 世界
window-way-no-route = 没有出口
window-way-accepted = { $time } 接受
window-way-servers = { $count } 台中的 { $right } 台
window-way-soon = 即将
window-way-old = 旧地址
window-way-seen = 也看到了
window-way-left = 还有 { $seconds } 秒
window-way-caches-until = 在那之前缓存可能仍显示旧值。
window-way-cut = 到此站之前路断了。
window-way-hold = 到此站之前更新暂缓。
window-way-is-ok = 正常。
window-way-is-waiting = 进行中。
window-way-is-old = 仍是旧值。
window-way-is-unsure = 请查看。
window-way-is-none = 未使用。
window-way-clear = 回家的路畅通
window-way-moving = 新地址正在途中
window-way-doubtful = 请查看：{ $station }
window-way-ends-at = 路到此为止：{ $station }
window-way-held-at = 暂缓于此之前：{ $station }
window-way-about = { $hostname }，{ $ago }检查。
window-way-which = 主机名

window-host-where = 变化现在到了哪里
window-host-record = 记录
window-host-servers = 每台域名服务器的回答
window-server-name = 域名服务器
window-server-answer = 回答
window-server-silent = 没有回答：{ $why }
window-server-empty = 没有地址
window-server-right = 正确：
window-server-wrong = 不同：
window-host-kept = 保持最新的内容
window-host-ttl = { $word }；缓存保留 { $seconds } 秒
window-host-access = 访问
window-host-remove = 从 Homeport 移除
window-host-remove-text = DNS 记录本身保持不变。
window-standby-title = 备用
window-standby-text = 在 { $provider } 不可用时维护此名称，此后也保持正确。
window-standby-serves = 现在由它维护
window-standby-since = 自 { $time } 起由它维护
window-standby-from = { $time } 起由它维护
window-standby-waits = 目前不需要
window-standby-row = 备用 { $provider }
window-standby-row-from = { $time } 起 { $provider }
window-standby-row-fault = 备用 { $provider }：{ $words }
window-row-open = 详情

window-time-title = 您地址的变迁
window-time-held = 每个地址用了多久
window-time-family = 地址
window-time-range = 时段
window-time-days = { $days } 天
window-time-none = 还没有可画的。地址第一次变化后会出现在这里。
window-time-sum = 图：{ $days } 天内 { $addresses } 个地址，{ $outages } 次中断
window-time-today = 今天
window-time-now = 至今 { $span }
window-time-all = 显示全部 { $count } 条

window-activity-lines = 发生了什么
window-activity-hostname = 主机名
window-activity-every = 所有主机名
window-activity-sent = { $count ->
    [0] 过去 24 小时内 Homeport 没有发送 { $host } 的更新。
   *[other] 过去 24 小时内 Homeport 发送了 { $count } 次 { $host } 的更新。
}其他更改来自别处：别的程序、路由器或服务商的网页。
window-activity-search = 搜索
window-activity-copy = 复制这些行
window-activity-when = 时间
window-activity-request = 已发送
window-activity-answer = 应答
window-activity-details = 详细信息
window-activity-hidden = 其中的机密已隐藏。
window-report = 报告
window-report-text = 这就是全部。不会发送任何内容：保存或复制，交给您选择的人。
window-report-hide = 隐藏名称和地址
window-report-hide-text = 它们会变成 host-1 和 address-1。机密从不在其中。
window-report-copy = 复制报告
window-report-save = 保存为文件
window-report-making = 正在检查，需要几秒钟。
window-saved = 已保存：{ $path }
window-report-title = 给支持人员的报告
window-network-copy = 复制结果

window-settings-sections = 分区
window-settings-general = 常规
window-settings-notifications = 通知
window-settings-network = 家与 VPN
window-settings-sources = 您的地址
window-settings-advanced = 高级
window-icon-title = 托盘图标
window-icon-monochrome = 单色
window-icon-color = 彩色
window-log-title = 日志
window-log-text = 写入标准错误或系统日志的详细程度。--log 优先。
window-proxy-title = 访问服务商的代理
window-proxy-text = http://host:port，不含密码。留空则按系统设置。
window-proxy-echo = 查询地址时也用它
window-proxy-echo-text = 这些服务看到的将是代理的地址，很少是您家里的地址。
window-stun-metered = 按流量计费时也用 STUN
window-stun-metered-text = 每次 48 字节，30 秒内最多一次。
window-nameservers-title = 自定义域名服务器
window-nameservers-text = 代替域自己的服务器用于验证。每行一个地址，端口不是 53 时请写出。留空则用域自己的服务器。
window-nameservers-wrong = 第 { $line } 行不是地址：{ $text }
window-apply = 应用
window-webhook-title = Webhook
window-webhook-text = 每个在 DNS 中得到证实的更改，都会向该服务器发送一次消息。
window-webhook-set = 发送到 { $server }
window-webhook-url = 地址
window-webhook-url-text = https://… 它可能是机密，因此不会再次显示。留空则使用已设置的地址。
window-webhook-method = 方法
window-webhook-body = 正文
window-webhook-body-text = 占位符：{ $names }。留空则以 JSON 发送全部。
window-webhook-test = 发送测试
window-webhook-tested = 服务器已接受。
window-settings-language = 语言
window-language-system = 系统（{ $language }）
window-theme-system = 系统
window-theme-light = 浅色
window-theme-dark = 深色
window-notify-title = 告诉我
window-notify-all = 全部
window-notify-needs-me = 需要我处理的
window-notify-none = 不通知
window-notify-all-text = 新地址，以及需要您处理的事。每小时最多三条。
window-notify-needs-me-text = 只有您必须处理的事。
window-notify-none-text = 托盘和此窗口仍会显示每个问题。
window-vpn-title = VPN 开启时
window-vpn-hold = 暂缓
window-vpn-through = 使用它
window-vpn-physical = 绕过它
window-vpn-hold-text = 您的名称继续指向家；更新等待。
window-vpn-through-text = 您的名称指向 VPN 的地址。
window-vpn-physical-text = 在系统允许时，我们通过您自己的线路询问。
window-home-title = 家庭网络
window-home-some = 只在这些网络中更新。
window-home-none = 在所有网络中更新。
window-home-remove = 移除 { $network }
window-home-here = 此网络
window-home-here-text = 您现在在 { $network }。
window-home-add = 加入家庭网络
window-source-router = 路由器
window-source-router-text = 最先询问，只在本网络内。
window-source-stun = STUN 服务器
window-source-stun-text = 与视频通话所用的相同。
window-source-http = 网络服务
window-source-http-text = 询问多个，一个答案绝不用同一运营者的两个。
window-source-dns = DNS 服务
window-source-dns-text = 会回答谁在询问的域名服务器。
window-source-interface = 本机
window-source-interface-text = 本机自身的地址。
window-settings-backup = 备份
window-settings-backup-text = 所有设置的副本，可用于本机或其他电脑。其中没有机密和 Webhook。
window-backup-save = 保存副本
window-backup-restore = 恢复副本
window-backup-lacking = 已恢复。本机还没有令牌的账户：{ $accounts }
window-settings-quit = Homeport 不运行时不会更新。移除 Homeport 后 DNS 保持不变。
window-undo = 撤销
window-undo-text = 已更改：{ $what }

window-replace = 更换令牌
window-replace-title = { $provider } 的新访问
window-replace-text = 它取代 { $account } 已存的那个。更新立即继续。
window-replace-until-quit = 这里没有钥匙串。您输入的内容保留在内存中，直到 Homeport 退出，从不写入文件。
window-replace-save = 保存
window-replace-none = { $provider } 不需要机密。

window-help-title = 按键
window-help-pages = 状态、活动、网络、设置
window-help-add = 添加主机名
window-help-check = 立即检查
window-help-settings = 设置
window-help-back = 返回或关闭
window-help-this = 此列表

window-field-show = 显示 { $field }
window-field-hide = 隐藏 { $field }
window-field-optional = 可选
window-field-missing = 需要填写 { $field }。
window-field-pattern = 这不符合“{ $field }”。请完整复制，且不要多复制。
window-field-pattern-example = 这不符合“{ $field }”。它形如 { $example }。
window-file-choose = 选择文件…
window-file-taken = 文件的文本已填入此栏。
window-file-too-long-happened = 此文件比任何密钥都长。
window-file-too-long-means = 它超过 64 KiB。未采用其中任何内容。
window-file-too-long-do = 请选择服务商为您生成的文件。
window-file-not-text-happened = 此文件不是文本。
window-file-not-text-means = 密钥文件是 UTF-8 文本。未采用其中任何内容。
window-file-not-text-do = 请选择下载时原样的文件，或粘贴其文本。
window-file-not-read-happened = 无法读取此文件。
window-file-not-read-means = 系统提示：{ $reason }。
window-file-not-read-do = 请确认您可以打开它，或粘贴其文本。
window-hostname-missing = 输入要通往您家的名称。
window-hostname-wrong = 这不是主机名。它形如 home.example.org。
window-family-missing = 至少打开两者之一。

window-wizard-step = { $name } · 第 { $number } 步，共 { $of } 步
window-wizard-close = 关闭并保留草稿
window-wizard-back = 返回
window-wizard-continue = 继续
window-wizard-provider = 服务商
window-wizard-access = 访问
window-wizard-hostname = 主机名
window-wizard-test = 测试
window-wizard-done = 完成

window-provider-title = 哪个名称要通往您家？
window-provider-text = 输入您已有的名称，我们会找出由谁管理；或搜索服务商。
window-provider-search = 主机名或服务商
window-provider-example = home.example.org
window-provider-found = { $hostname } 由 { $provider } 管理
window-provider-looking = 正在查找 { $hostname } 由谁管理…
window-provider-not-found = 没有认出 { $hostname } 由谁管理。请在下面选择服务商。
window-provider-list = 服务商
window-provider-no-match = 没有服务商的名称含有“{ $text }”。
window-provider-choose = 请先选择服务商。
window-provider-unverified = 您自己的文件

window-preflight = 开始之前
window-preflight-address = { $family }：{ $verdict }

window-access-title = 给 Homeport 一把 { $provider } 的钥匙
window-access-text = 它只能更改您指定的 DNS 记录。
window-access-text-plain = { $provider } 更改记录前需要的内容。
window-access-none = { $provider } 在这里不需要您提供什么。
window-access-open = 打开 { $provider }
window-access-rights = 只给它这些权限：
window-access-which = 哪个账户
window-access-saved = 已保存：{ $account }
window-access-new = 另一个账户
window-access-saved-text = 再次使用已存的访问。无需输入。
window-access-kept = { $system ->
    [windows] 保存在 Windows 凭据管理器中。Homeport 绝不把它写入文件，也不再显示。
    [macos] 保存在您的 macOS 钥匙串中。Homeport 绝不把它写入文件，也不再显示。
    *[other] 保存在桌面的密钥环中。Homeport 绝不把它写入文件，也不再显示。
}
window-token-checking = 正在检查令牌…
window-token-go-on = 可以继续：最后的测试会显示它是否有效。
window-token-needs = 它需要：

window-name-title = 哪个名称，指向哪里？
window-name-text = 只动您打开的记录；区域中的其他内容保持不变。
window-name-label = 主机名
window-name-below = 名称
window-name-zone = 区域
window-name-zone-typed = 输入完整名称
window-name-zone-help = 将保持更新：{ $hostname }。区域本身请写 @。
window-name-zone-empty = 区域本身请写 @。
window-name-ipv4 = IPv4
window-name-ipv6 = IPv6
window-name-record-a = A 记录
window-name-record-aaaa = AAAA 记录
window-name-will-be = 将为 { $address }
window-name-own = 将为本机自己的地址
window-name-unknown = 尚不知道；知道后立即设置
window-name-not-here = 此处没有这种长期地址。记录保持不变。
window-name-create = 创建缺少的记录
window-name-create-text = 关闭时，Homeport 只更改已有的记录。
window-name-only-here = 仅在此网络
window-name-only-here-text = 在咖啡馆、酒店等其他地方，更新会等待，您的名称绝不会指向那里。

window-test-title = 更新一次看看
window-test-text = 这是真实的更新。每一步您都看得到，失败也不隐瞒。
window-test-start = 更新并检查
window-test-again = 重试
window-test-again-in = { $seconds } 秒后可再试
window-test-sent = 已发送给 { $provider }
window-test-accepted = { $provider } 已接受
window-test-unchanged = { $provider } 已是此地址
window-test-reads-back = 域名服务器已有
window-test-proxied = { $provider } 的代理在其前面
window-test-visible = 全世界可见
window-test-visible-caches = 缓存可能还要几分钟
window-test-visible-later = 最多几分钟；您可以继续
window-test-seconds = { $seconds } 秒
window-test-fix-access = 更改访问
window-test-fix-hostname = 更改主机名
window-test-anyway = 仍然添加
window-test-anyway-text = Homeport 会自动继续尝试。
window-test-keep = 保持最新
window-test-adding = 正在添加…

window-done-title = { $hostname } 已通往您家
window-done-adding = { $hostname } 交给我们吧
window-done-text = Homeport 会保持如此。您可以关闭此窗口。
window-done-text-tray = Homeport 留在托盘里保持如此。您可以关闭此窗口。
window-done-where = { $system ->
    [windows] 它在屏幕右下角，也许在箭头后面。
    [macos] 它在菜单栏里。
    *[other] 它在托盘里。
}
window-done-another = 再添加一个
window-done-kept = 访问会保留给 { $provider } 的下一个名称。
window-done = 完成


## Provider forms

form-refused = { $problem }。
form-refused-means = 没有发送或保存任何内容。
form-refused-cure = 改正标出的字段后重试。
recognised-by-suffix = { $suffix } 下的名称属于它。
recognised-by-nameserver = 该区域由 { $server } 提供。

## Secrets that could not be stored

vault-locked-happened = 钥匙串已锁定。
vault-locked-means = 机密没有保存。
vault-locked-do = 解锁钥匙串，然后重试。
vault-absent-happened = 这里没有钥匙串。
vault-absent-means = 机密没有保存；我们不在别处保存机密。
vault-absent-do = 安装或启动 gnome-keyring 或 KWallet，或在服务器上使用 systemd 凭据。
vault-denied-happened = 系统拒绝访问钥匙串。
vault-denied-means = 机密没有保存。
vault-denied-do = 在钥匙串的设置中允许 Homeport，然后重试。
vault-too-long-happened = 机密太长。
vault-too-long-means = 此系统的钥匙串最多 { $limit } 个字符。
vault-too-long-do = 请确认只粘贴了机密。
vault-read-only-happened = 此账户的机密来自 systemd 凭据。
vault-read-only-means = 我们可以读取，不能更改。
vault-read-only-do = 在服务的单元中更改凭据，然后重启服务。
vault-not-kept-happened = 钥匙串没有保留机密。
vault-not-kept-means = 再次读取时得到了别的值。
vault-not-kept-do = 看看是否有别的程序更改了该条目，然后重试。

## Doctor: the title of each check, what was found, and (-do) what to do

doctor-settings = 设置文件
doctor-settings-right = 它是正确的，含 { $count } 个主机名。
doctor-settings-empty = 其中没有主机名。
doctor-settings-empty-do = 在窗口中添加主机名，或用：homeport add。
doctor-settings-wrong = { $message }
doctor-settings-wrong-do = 改正此行，或恢复 settings.toml.previous。在那之前上一份正确的设置有效。
doctor-notification = 通知
doctor-notification-untried = 是否显示只有您能确认。
doctor-notification-seen = 测试通知已显示。
doctor-notification-unseen = 测试通知未显示。
doctor-notification-unseen-do = { $system ->
    [windows] 在“设置 → 系统 → 通知”中允许 Homeport，并关闭“请勿打扰”。
    [macos] 在“系统设置 → 通知”中允许 Homeport，并关闭专注模式。
   *[other] 关闭“请勿打扰”，并在桌面的通知设置中允许 Homeport。
}
doctor-webview = 窗口的绘制组件
doctor-webview-right = 版本 { $version }。
doctor-webview-silent = 它未提供版本。
doctor-webview-old = 版本 { $version } 较旧：页面可能显示不正确。
doctor-webview-old-do = 请更新系统。您的主机名仍会保持更新。
doctor-state = 保存的状态
doctor-state-right = { $path } 可以写入。
doctor-state-wrong = 无法写入 { $path }：{ $reason }。
doctor-state-wrong-do = 腾出磁盘空间，或把文件夹改为您所有。我们在内存中继续并自动重试。
doctor-credentials = 凭据文件夹
doctor-credentials-right = { $path } 含 { $count } 个机密。
doctor-credentials-empty = { $path } 是空的。
doctor-credentials-empty-do = 在服务的单元中写明每个机密：LoadCredential=ACCOUNT.FIELD:/path。
doctor-credentials-unreadable = 无法读取 { $path }。
doctor-credentials-unreadable-do = 通过 systemd 单元启动 Homeport，它会使此文件夹可读。
doctor-keychain = 钥匙串
doctor-keychain-ready = 存在且已解锁。
doctor-keychain-locked = 已锁定；机密在里面是安全的。
doctor-keychain-locked-do = 请解锁。之后我们会自动继续。
doctor-keychain-absent = 没有。
doctor-keychain-absent-do = 安装或启动 gnome-keyring 或 KWallet，或在服务器上使用 systemd 凭据。
doctor-keychain-denied = 系统拒绝访问它。
doctor-keychain-denied-do = 在钥匙串的设置中允许 Homeport。
doctor-secrets = { $account } 的机密
doctor-secrets-ready = 可以读取。
doctor-secrets-missing = 至少少了一个。
doctor-secrets-missing-do = 请在窗口中重新输入。
doctor-secrets-locked = 钥匙串已锁定。
doctor-secrets-locked-do = 解锁钥匙串。之后我们会自动继续。
doctor-secrets-absent = 没有可读取它们的钥匙串。
doctor-secrets-absent-do = 安装或启动 gnome-keyring 或 KWallet，或在服务器上使用 systemd 凭据。
doctor-secrets-denied = 系统拒绝访问它们。
doctor-secrets-denied-do = 在钥匙串的设置中允许 Homeport。
doctor-route = { $family } 出口
doctor-route-gateway = 经 { $interface } 到 { $gateway }。
doctor-route-direct = 经 { $interface }。
doctor-route-tunnel = 经 { $interface }，这是 VPN。
doctor-route-tunnel-do = 关闭 VPN，或在设置中选择它开启时怎么办（vpn）。
doctor-route-none = 没有默认路由。
doctor-route-none-do = 把本机连上网络。家里没有 { $family } 时，请关闭该记录。
doctor-route-unwanted = 没有，也没有主机名需要 { $family }。
doctor-ipv6 = 长期 IPv6 地址
doctor-ipv6-lasting = { $address }
doctor-ipv6-passing = 只有会自行变化的地址。
doctor-ipv6-passing-do = 在本机的网络设置中启用稳定的 IPv6 地址。
doctor-ipv6-none = 本机没有公网 IPv6 地址。
doctor-ipv6-none-do = 在路由器中打开 IPv6，或关闭 AAAA 记录。
doctor-ipv6-unwanted = 没有主机名需要它。
doctor-watcher = 监视网络
doctor-watcher-running = 变化立即可见。
doctor-watcher-down = { $message }
doctor-watcher-down-do = 我们改为每分钟查看。若持续如此请重启 Homeport。
doctor-router = 路由器
doctor-router-tells = { $words }
doctor-router-behind = { $words }
doctor-router-behind-do = 向宽带运营商申请独享的 IPv4 地址，把第一台路由器改为桥接模式，或使用 IPv6。
doctor-router-pulses = { $words }
doctor-router-silent = { $words }
doctor-router-silent-do = 在路由器中打开 UPnP 或 NAT-PMP，这样变化立即可见。
doctor-router-direct = { $words }
doctor-sources = 公网 { $family } 地址
doctor-sources-agree = { $address }：{ $why }
doctor-sources-own = { $address } 是本机自己的地址。
doctor-sources-own-do = 外面可能访问不到。请检查互联网连接。
doctor-sources-unknown = { $why }
doctor-sources-unknown-do = 记录保持不变。检查互联网连接，然后再检查。
doctor-sources-early = 第一次检查尚未结束。
doctor-sources-unwanted = 没有主机名需要它。
doctor-route-beside = { $family } 绕过 VPN，经 { $interface } 查看。
doctor-network = 网络
doctor-network-home = { $network } 是家庭网络。
doctor-network-everywhere = 在任何网络都会更新。
doctor-network-away = 外出：{ $network } 不是您的家庭网络。
doctor-network-away-do = 无需操作。如果这里也是家，请把它加入家庭网络。
doctor-network-unknown = 无法判断这是哪个网络。
doctor-network-unknown-do = 请检查与路由器的连接。在认出网络之前，更新会等待。
doctor-power = 电源与费用
doctor-power-plugged = 未用电池，也未知按流量计费：按正常频率询问。
doctor-power-battery = 使用电池：询问频率降低。
doctor-power-metered = 按流量计费的连接：不询问 STUN 服务器。
doctor-power-both = 使用电池且按流量计费：询问频率降低，且不询问 STUN 服务器。
doctor-source = { $source }（{ $family }）
doctor-source-heard = { $words } 可靠度：{ $health }/100。
doctor-source-doubted = { $words } 可靠度：{ $health }/100。
doctor-source-doubted-do = 无需操作：采信其他来源。持续出错的来源会被搁置一小时。
doctor-dropped = 损坏的回答
doctor-dropped-none = 没有收到。
doctor-dropped-some = 已丢弃：{ $kinds }。
doctor-clock = 时钟
doctor-clock-right = 按它来看证书有效。
doctor-clock-wrong = 本机的日期不对。
doctor-clock-wrong-do = 请校准日期和时间，最好通过网络。在那之前安全连接会失败。
doctor-clock-unknown = 没有可用来判断的安全连接。
doctor-proxy = 代理
doctor-proxy-none = 没有设置。
doctor-proxy-set = 对服务商的请求使用 { $proxies }。
doctor-provider = 与 { $provider } 的连接
doctor-provider-reached = { $host } 以有效证书应答。
doctor-provider-proxy = 未尝试，因为请求经过代理。
doctor-provider-unreached = { $message }。
doctor-provider-unreached-do = 检查互联网连接和防火墙。服务商也可能有问题。
doctor-provider-untrusted = { $message }。
doctor-provider-untrusted-do = 没有发送机密。检查时钟；也可能是过滤器或公司网络（SSL_CERT_FILE）。
doctor-dns = { $hostname }, { $record }
doctor-dns-proved = 区域的域名服务器已有 { $address }。
doctor-dns-accepted = 服务商接受了 { $address }；它的域名服务器尚未显示。
doctor-dns-accepted-do = 等几分钟。我们会自动再看。
doctor-dns-unsure = { $word }
doctor-dns-unsure-do = 我们无法确认，会自动再看。
doctor-dns-wrong = { $word }
doctor-dns-wrong-do = 在窗口中查看此主机名；那里说明怎么办。
doctor-dns-held = 现在没有期待什么：{ $word }
doctor-standby = { $hostname }，{ $record }，{ $provider } 的备用
doctor-standby-ready = 现在不需要它，它没有发布任何内容。
doctor-ttl = { $hostname }，TTL
doctor-ttl-long = 更改后，其他人可能在 { $count } 分钟内仍使用旧地址。
doctor-ttl-long-do = 如果可以，请在 { $provider } 降低该记录的 TTL。
doctor-ttl-lower = 更改后，其他人可能在 { $count } 分钟内仍使用旧地址。
doctor-ttl-lower-do = 在 { $provider } 降低它，或在 settings.toml 的此主机名处写 lower_ttl = true：Homeport 会在下次更改时设为 { $seconds } 秒。
doctor-ttl-soon = 其他人可能在 { $count } 分钟内仍使用旧地址。下次更改时会变为 { $seconds } 秒。
doctor-tray = 托盘图标
doctor-tray-shown = 已显示。
doctor-tray-no-host = 此桌面不显示托盘图标。
doctor-tray-no-host-do = 在 GNOME 上请启用 AppIndicator 扩展。没有图标 Homeport 也能工作。
doctor-tray-none = 这里没有桌面。
doctor-autostart = 登录时启动
doctor-autostart-on = { $place } 会启动本程序。
doctor-autostart-managed = systemd 会启动 { $program }（{ $place }）。
doctor-autostart-headless = 没有登录项，这里也没有桌面。
doctor-autostart-off = Homeport 不会自动启动。
doctor-autostart-off-do = 在设置中打开，或运行：homeport service install
doctor-autostart-stale = { $place } 启动的是别的程序：{ $program }
doctor-autostart-stale-do = 在设置中关闭后再打开，或运行：homeport service install
## Lines of the history

journal-started = Homeport { $version } 已启动。
journal-address-found = 找到 { $family } 地址 { $new }。来自 { $names }。
journal-address-changed = 新的 { $family } 地址 { $new }，之前是 { $old }。来自 { $names }。
journal-address-unknown = { $family } 地址不再确定。{ $why }
journal-sent = { $count ->
    [1] 已把 { $host } 的 { $addresses } 发送给 { $provider }。
    *[other] 已把 { $count } 个主机名的 { $addresses } 发送给 { $provider }。
}
journal-answered-good = { $provider } 接受了 { $host } 的更新。
journal-answered-unchanged = { $provider } 上 { $host } 已是此地址。
journal-answered-bad-auth = { $provider } 拒绝了 { $host } 的令牌{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-no-such-host = { $provider } 的此账户中没有 { $host }{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-not-entitled = { $provider } 说此账户不能更改 { $host }{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-blocked = { $provider } 封锁了 { $host }{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-bad-request = { $provider } 没有接受 { $host } 的更新{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-client-refused = { $provider } 就 { $host } 拒绝了本程序{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-rate-limited = { $provider } 要求我们等待 { $host }{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-server-trouble = { $provider } 处理 { $host } 时出了问题{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-unknown = { $provider } 对 { $host } 的应答我们看不懂{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-uncertain = 无法确认 { $provider } 上 { $host } 的更新：{ $message }。
journal-not-sent = 未能为 { $host } 连到 { $provider }：{ $message }。
journal-trouble = { $code ->
    [settings-broken] 设置文件有错误：{ $message }。
    [store-broken] 保存的数据已损坏；损坏的文件保留为 { $message }。
    [store-newer] 较新的 Homeport 写了 { $message }；我们不去动它。
    *[disk-full] Homeport 无法写入数据：{ $message }。
}
journal-proved = { $seconds ->
    [0] { $host } 的域名服务器说是 { $address }。
    *[other] { $host } 的域名服务器说是 { $address }，在更新 { $seconds } 秒后。
}
journal-not-proved = { $count ->
    [0] { $host } 的域名服务器还没有 { $expected }。
    *[other] { $host } 的域名服务器说是 { $found }，而不是 { $expected }。
}
journal-halted = 在您处理之前，{ $provider } 上的更新已停止。
journal-halted-hostname = 在您处理之前，{ $provider } 上 { $host } 的更新已停止。
journal-standby-serves = { $host } 现在由备用的 { $provider } 维护：首选账户已中断太久。
journal-first-serves = { $provider } 重新维护 { $host }。
journal-held-vpn = 暂缓：VPN（{ $name }）已开启。
journal-held-away = 暂缓：这不是家庭网络。
journal-released = 更新继续。
journal-paused = 您暂停了所有更新。
journal-paused-hostname = 您暂停了 { $host }。
journal-resumed = 更新已恢复。
journal-resumed-hostname = 您恢复了 { $host }。
journal-settings = 设置已更改：{ $what }
journal-checked = 已按您的要求检查。
journal-notified = { $try ->
    [yes] Webhook { $server } 接受了测试。
   *[no] 已将 { $host } 告知 Webhook { $server }。
}
journal-not-notified = { $try ->
    [yes] 测试没有送达 Webhook { $server }：{ $message }
   *[no] 无法将 { $host } 告知 Webhook { $server }：{ $message }
}

## Results of `homeport try`, `homeport once` and the wizard's test

token-good = { $provider } 接受该令牌。
token-good-for = 此令牌可用于：{ $zones }{ $more ->
    [0] 。
   *[other] ，另有 { $more } 个。
}
token-refused = { $provider } 不接受该令牌{ $quoted ->
    [yes] ：{ $message }
   *[no] 。
}
token-not-entitled = { $provider } 认识该令牌，但它缺少权限{ $quoted ->
    [yes] ：{ $message }
   *[no] 。
}
token-later = 现在无法询问 { $provider }{ $quoted ->
    [yes] ：{ $message }
   *[no] 。
}
token-unknown = { $provider } 的回答我们无法理解{ $quoted ->
    [yes] ：{ $message }
   *[no] 。
}
try-good = { $host } 已更新。
try-unchanged = { $host } 已是此地址。
try-bad-auth = 服务商没有接受令牌{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 请新建一个并粘贴。
try-no-such-host = 此账户没有 { $host }{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 请在服务商处核对名称。
try-not-yours = { $host } 属于另一个账户{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 请核对名称和账户。
try-not-entitled = 此账户或令牌不能更改 { $host }{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 请在服务商处添加权限。
try-blocked = 服务商封锁了 { $host }{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 请先在那里解除。
try-bad-request = 服务商没有接受请求{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 请检查各项。
try-client-refused = 服务商拒绝此版本的 Homeport{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 请更新 Homeport。
try-rate-limited = 服务商要求等待{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 请稍后再试。
try-server-trouble = 服务商自身有问题{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 请稍后再试。
try-unknown = 服务商的应答我们看不懂{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
try-uncertain = 我们无法确认更新{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 它可能已成功。
try-not-sent = 什么都没有改动{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
once-would-send = 将会更新。
once-would-not-send = 不会发送任何内容。

## Refused requests: what happened, what it means, what to do

refused-no-thread-happened = Homeport 无法启动。
refused-no-thread-means = 系统拒绝创建线程。
refused-no-thread-do = 关闭别的程序，再启动 Homeport。
refused-unknown-hostname-happened = { $host } 不在设置中。
refused-unknown-hostname-means = 什么都没有改动。
refused-unknown-hostname-do = 查看名称：homeport list
refused-bad-hostname-happened = “{ $host }”不是主机名：{ $error }。
refused-bad-hostname-means = 什么都没有改动。
refused-bad-hostname-do = 写完整的名称，例如 home.example.org。
refused-no-address-happened = 不知道 { $host } 的地址。
refused-no-address-means = 没有发送任何内容。
refused-no-address-do = 检查互联网连接，或输入一个地址。
refused-no-secret-happened = 读不到 { $host } 已存的令牌。
refused-no-secret-means = 没有发送任何内容。
refused-no-secret-do = 解锁钥匙串，或再次粘贴令牌。
refused-hostname-twice-happened = { $host } 已在设置中。
refused-hostname-twice-means = 一个名称由一个账户维护。
refused-hostname-twice-do = 先移除它，或换一个名称。
refused-no-family-happened = { $host } 的 IPv4 和 IPv6 都关闭了。
refused-no-family-means = 就没有要保持最新的内容了。
refused-no-family-do = 至少打开其中一个。
refused-unknown-provider-happened = 没有服务商“{ $provider }”。
refused-unknown-provider-means = 什么都没有改动。
refused-unknown-provider-do = 查看服务商：homeport providers
refused-bad-account-happened = “{ $account }”不能作为账户名。
refused-bad-account-means = 它是钥匙串中令牌的名称。
refused-bad-account-do = 使用字母、数字、“-”和“_”，最多 64 个。
refused-no-network-happened = 无法判断这是哪个网络。
refused-no-network-means = 没有添加家庭网络。
refused-no-network-do = 请连接网络，等一次检查完成，然后重试。
refused-autostart-managed-happened = systemd 已经在启动 Homeport。
refused-autostart-managed-means = 两个登录项会在每次登录时打开窗口，因此没有任何更改：{ $reason }
refused-autostart-managed-do = 要关闭：systemctl --user disable homeport
refused-autostart-out-of-reach-happened = 服务无法启动 { $reason }。
refused-autostart-out-of-reach-means = 它看不到个人文件夹和临时文件夹。没有任何更改。
refused-autostart-out-of-reach-do = 把程序放到 /usr/local/bin 之类的文件夹。
refused-autostart-not-written-happened = 无法更改登录时启动：{ $reason }
refused-autostart-not-written-means = 保持原样。
refused-autostart-not-written-do = 检查谁有权写入，然后重试。
refused-not-saved-happened = 无法写入文件：{ $reason }
refused-not-saved-means = 没有保存，也没有替换任何内容。
refused-not-saved-do = 选择一个尚不存在的文件，放在您有权写入的文件夹里。
refused-not-restored-happened = 无法使用该副本：{ $error }
refused-not-restored-means = 您的设置保持原样。
refused-not-restored-do = 选择 Homeport 保存的文件，并更正这里指出的问题。
refused-webhook-url-happened = 这不是 Webhook 可用的地址。
refused-webhook-url-means = Webhook 保持原样。
refused-webhook-url-do = 写出以 https:// 开头的完整地址。http:// 只能用于您自己网络中以数字书写的地址。
refused-webhook-body-happened = 没有占位符“{ $found }”。
refused-webhook-body-means = Webhook 保持原样。
refused-webhook-body-do = 使用 hostname、family、address 和 old，各放在双花括号中。
refused-webhook-test-happened = { $server } 没有接受测试：{ $reason }
refused-webhook-test-means = 它也不会得知更改。您的主机名仍会照常更新。
refused-webhook-test-do = 检查地址以及该服务器要求的格式。
refused-bad-device-happened = “{ $device }”不是地址的后缀。
refused-bad-device-means = 另一台设备的 AAAA 记录需要其地址的后半部分。
refused-bad-device-do = 写成 ::1234，或写设备的硬件地址。
refused-other-provider-happened = 账户“{ $account }”属于另一个服务商。
refused-other-provider-means = 什么都没有改动。
refused-other-provider-do = 给新账户换一个名称。
refused-unknown-account-happened = 没有账户“{ $account }”。
refused-unknown-account-means = 什么都没有改动。
refused-unknown-account-do = 查看账户：homeport list
refused-no-desktop-happened = 未显示通知：Homeport 在没有桌面的环境中运行。
refused-no-desktop-means = 没有人会看到它。
refused-no-desktop-do = 请在桌面会话中启动 Homeport，且不要使用 --no-tray。
refused-same-account-happened = “{ $account }”就是此主机名自己的账户。
refused-same-account-means = 备用账户在主机名自己的账户不可用时维护它。未做任何更改。
refused-same-account-do = 请指定另一个账户，最好在另一家服务商；“homeport list”会列出它们。
refused-settings-wrong-happened = 设置没有更改：{ $error }。
refused-settings-wrong-means = 文件保持不变。
refused-settings-wrong-do = 改正文件，然后重试。
refused-settings-not-written-happened = 无法写入设置：{ $error }。
refused-settings-not-written-means = 文件保持不变。
refused-settings-not-written-do = 检查磁盘和文件夹，然后重试。
## Command line: mistakes and trouble, in three parts

command-unasked-happened = 无法询问正在运行的 Homeport：{ $reason }。
command-unasked-means = 什么都没有改动。
command-unasked-do = 请重试。若仍如此，请结束 Homeport，并用 homeport run 启动
command-unexpected-happened = 正在运行的 Homeport 给出了不相符的应答。
command-unexpected-means = 它的版本可能与此命令不同。
command-unexpected-do = 结束 Homeport，并用 homeport run 重新启动
command-unwritten-happened = 无法写出结果：{ $reason }。
command-unwritten-means = 命令本身已执行。
command-unwritten-do = 在输出位置腾出空间，再用 homeport status 查询
command-usage-happened = { $reason }
command-usage-means = 什么都没有做。
command-usage-do = 请看：{ $help }
command-stray = 命令行上多了一个词；它可能是机密，所以不显示。
command-no-home-happened = 此系统没有为您指明主文件夹。
command-no-home-means = 我们不知道设置在哪里。
command-no-home-do = 用 --config DIR 指定文件夹。
command-start-happened = Homeport 无法启动：{ $reason }。
command-start-means = 现在没有主机名保持最新。
command-start-do = 排除原因后再启动。--log debug 的日志里有更多信息。
command-second-happened = 另一个 Homeport 占着位置，且没有应答：{ $reason }。
command-second-means = 两个会重复发送，所以这一个结束。
command-second-do = 先结束另一个，或用 --config DIR 给这一个单独的文件夹。
command-hostname-happened = { $hostname } 不是主机名：{ $reason }。
command-hostname-means = 没有发送或更改任何内容。
command-hostname-do = 写完整的名称，例如 home.example.org。
command-provider-happened = 没有服务商 { $provider }。
command-provider-means = 没有发送或更改任何内容。
command-provider-do = 从中选择：homeport providers
command-field-form-happened = 有一项缺少 = 号。
command-field-form-means = 它可能是机密，所以不在此显示。
command-field-form-do = 请写 --field KEY=VALUE。
command-field-unknown-happened = { $provider } 没有这个名称的项。
command-field-unknown-means = 它可能是机密，所以不在此显示。
command-field-unknown-do = 可选：{ $known }。
command-field-twice-happened = { $field } 这一项给了两次。
command-field-twice-means = 我们无法知道要用哪个。
command-field-twice-do = 去掉其中一个。
command-secret-shown-happened = 机密 { $label } 写在了命令行上。
command-secret-shown-means = 本机上的其他人可以在那里读到，shell 也会记住。没有发送任何内容。
command-secret-shown-do = 写 --field { $field }=- 再输入，或 --field { $field }=@FILE。如果别人可能看到过，请换一个新的。
command-secret-unread-happened = 无法从 { $file } 读取 { $label }：{ $reason }。
command-secret-unread-means = 没有发送或更改任何内容。
command-secret-unread-do = 检查文件的名称和权限。
command-secret-empty-happened = { $label } 是空的。
command-secret-empty-means = 没有发送或更改任何内容。
command-secret-empty-do = 请再粘贴一次。

## Command line: results

second-start = Homeport 已在运行；它的窗口会打开。
second-start-headless = Homeport 已在运行。
done-removed = { $hostname } 不再保持最新。它的 DNS 记录保持不变。
done-added = 从现在起 { $hostname } 保持最新。
done-paused = 所有更新暂停，直到您恢复。
done-paused-hour = 所有更新暂停一小时。
done-paused-tomorrow = 所有更新暂停到明天。
done-paused-one = { $hostname } 暂停，直到您恢复。
done-resumed = 所有更新继续。
done-resumed-one = { $hostname } 继续。
service-on = Homeport 会自动启动：{ $place }
service-off = Homeport 不会自动启动。
service-stale = { $place } 启动的是别的程序：{ $program }。要启动本程序：homeport service install
service-managed = systemd 会启动 { $program }：{ $place }
report-written = 已写入：{ $path }（{ $names }）。隐藏了 { $hidden } 个值；交给别人之前请先看一看。没有发送任何内容。
backup-written = 已写入：{ $path }。其中没有机密。
backup-restored = 设置已恢复。
backup-lacking = 这些账户在本机上还没有令牌：{ $accounts }。请重新输入。
terminal-ago = { $span }前
terminal-in = { $span }后
terminal-seconds = { $count ->
    [0] 片刻
    [1] 1 秒
    *[other] { $count } 秒
}
terminal-minutes = { $count } 分钟
terminal-hours = { $count } 小时
terminal-days = { $count } 天
terminal-checked = 已检查：{ $when }。
terminal-not-checked = 尚未检查。
terminal-next = 下次检查：{ $when }。
terminal-next-try = 下次尝试 { $when }
terminal-standby = 备用：{ $words }
terminal-standby-from = 接替时间 { $when }
terminal-since = 自 { $when }
terminal-seen = { $when }确认
terminal-paused = 已暂停
terminal-practice = 自己问问练习服务器：{ $command }
terminal-alone = Homeport 现在没有运行。用 homeport run 启动
terminal-no-tray = 此桌面不显示托盘图标。一切都在窗口和此命令中。
terminal-no-history = 还没有发生什么。
terminal-no-hostnames = 还没有主机名。用 homeport add 添加第一个
terminal-dry-run = 不发送任何内容。将会发生：
terminal-providers = 其中之一的详情：homeport providers ID
terminal-unverified = 此服务商来自您自己的文件；没有人检查过它。
terminal-fields = 字段
terminal-field-secret = 机密
terminal-field-optional = 可省略
terminal-access = 在哪里取得访问
terminal-rights = 所需权限
outcome-updated = 已更新
outcome-would-update = 将会更新
outcome-unchanged = 已是最新
outcome-refused = 被拒绝
outcome-retry = 稍后重试
outcome-unknown = 无法确认
outcome-held = 暂缓
outcome-proved = 已在区域的域名服务器上证实。
outcome-again = { $span }内不再尝试。
check-pass = 通过
check-warn = 查看
check-fail = 失败
check-skipped = 跳过
check-sum = { $passed } 项通过，{ $warned } 项需查看，{ $failed } 项失败。

# Taking over the settings of another client. $word is that client's own word.
import-command-why = “{ $word }”会启动程序（{ $program }）。Homeport 绝不运行导入的文件中指定的程序。
import-command-cure = 如果仍需要它给出的地址，请自己在设置中写 addresses.command。
import-include-why = 其中包含另一个文件（{ $program }）。没有打开它。
import-include-cure = 请把那个文件也导入。
import-script-why = 此条目由脚本（{ $program }）更新，脚本不会运行。
import-script-cure = 用“homeport providers”查找它的服务商，再用“homeport add”添加主机名。
import-environment-why = “{ $word }”的值在环境变量或另一个文件中，没有读取。
import-environment-cure = 用“homeport add”添加主机名，它会询问机密。
import-disabled-why = 此条目在原客户端中已关闭。
import-disabled-cure = 在原客户端中打开它并重新导入，或使用“homeport add”。
import-no-name-why = 此条目没有写主机名。
import-no-name-cure = 用“homeport add”添加主机名。
import-bad-name-why = 此行中有主机名不是完整的名称。
import-bad-name-cure = 用完整的名称添加：homeport add home.example.org
import-whole-account-why = “{ $word }”代表一个账户或一个组的所有名称。
import-whole-account-cure = Homeport 逐个维护名称：请为每个名称各用一次“homeport add”。
import-no-provider-why = 此条目没有写服务商。
import-no-provider-cure = 用“homeport add”添加主机名。
import-unknown-why = Homeport 不认识服务商“{ $name }”。
import-unknown-cure = 查看“homeport providers”，或自己写一个服务商文件并用“homeport providers check”检查。
import-closed-why = { $name } 已停止服务。{ $reason }
import-closed-cure = 换一个服务商：homeport providers
import-own-server-why = 更新以自定的格式发往自定的服务器（{ $server }）。
import-own-server-cure = 自己写一个服务商文件并用“homeport providers check”检查。
import-missing-why = { $state ->
    [wrong] “{ $label }”不像是服务商给出的内容。
    *[missing] 服务商需要“{ $label }”，而文件中没有。
}
import-missing-cure = 用“homeport add”添加主机名。
import-foreign-why = 此名称不能由 { $name } 维护。
import-foreign-cure = 核对名称及其区域，再用“homeport add”添加。
import-twice-why = 此名称在文件中出现了两次，账户不同。采用第一个。
import-twice-cure = 无需操作，除非第二个才是对的。
import-kept-why = Homeport 已在维护此名称。
import-kept-cure = 无需操作。要替换它，请先移除：homeport remove
import-no-family-why = 此名称所需的记录，{ $name } 一种也不维护。
import-no-family-cure = 为它换一个服务商：homeport providers
import-half-family-why = 此名称的两种记录，{ $name } 只维护其中一种。
import-half-family-cure = 无需操作：另一种保持不变。
import-option-why = 不支持“{ $word }”。
import-option-cure = 请在服务商处设置，那里的设置会保持不变。
import-spaces-why = “=”前后有空格，所以此行的含义不明确。
import-spaces-cure = 去掉空格后重新导入。
import-line-why = 看不懂此行。
import-line-cure = 请与原客户端的手册对照。
import-fixed-why = 设置了固定地址（{ $word }）。Homeport 会自动查找地址。
import-fixed-cure = 如果必须固定，请在设置中写 addresses.ipv4 或 addresses.ipv6。
import-plain-echo-why = 询问地址服务 { $word } 时没有加密，途中任何人都能篡改应答。
import-plain-echo-cure = 无需操作：Homeport 有自己的服务。
import-page-echo-why = 地址服务 { $word } 用网页应答，或其网址可能含有密钥。
import-page-echo-cure = 无需操作：Homeport 有自己的服务。
import-proxy-why = 设置了代理。
import-proxy-cure = Homeport 从环境变量中读取：HTTPS_PROXY
import-notification-why = “{ $word }”会在有事发生时发送消息。
import-notification-cure = Homeport 通过桌面通知和“homeport status”告知。
import-too-many-why = 文件中的主机名超过 { $most } 个；其余的不导入。
import-too-many-cure = 把文件拆开，分别导入。
import-interval-why = 设置了检查的间隔（“{ $word }”）。
import-interval-cure = Homeport 会自动发现变化，并遵守各服务商的频率要求。
import-detection-why = 设置了从哪里查找地址（“{ $word }”）。
import-detection-cure = Homeport 会自动询问路由器、网络接口和外部服务。
import-too-long-happened = 文件超过 1 MiB。
import-too-long-means = 没有客户端会写这样的文件。没有读取任何内容。
import-too-long-do = 请确认文件是否正确。
import-empty-happened = 文件是空的。
import-empty-means = 没有导入任何内容。
import-empty-do = 请确认文件是否正确。
import-binary-happened = 文件不是文本。
import-binary-means = 没有导入任何内容。
import-binary-do = 请给出配置文件本身，而不是压缩包或程序。
import-noip2-happened = 这是 noip2 的配置，只有 noip2 自己能读。
import-noip2-means = 没有导入任何内容。
import-noip2-do = 用“noip2 -S”查看主机名，再为每个主机名使用“homeport add HOSTNAME --provider no-ip”。
import-unrecognised-happened = 文件不像任何客户端的配置。
import-unrecognised-means = 没有导入任何内容。
import-unrecognised-do = 用 --from 说明它属于哪个客户端：{ $clients }。
import-syntax-happened = 无法读取第 { $line } 行：{ $problem }。
import-syntax-means = 原客户端也读不了此文件。没有导入任何内容。
import-syntax-do = 改正此行，或用 --from 说明文件属于哪个客户端：{ $clients }。
import-head = { $client }：{ $count ->
    [0] 没有可以添加的主机名。
    *[other] 可以添加 { $count } 个主机名。
}
import-secret = { $key }：已隐藏；将以 { $entry } 存入钥匙串
import-guessed = （推测的，请核对）
import-sources = 还会询问的地址服务
import-left-out = 不导入
import-not-run = 只列出，绝不运行
import-not-needed = 不需要
import-line-number = 第 { $line } 行
import-more = 另有 { $count } 项
import-question = { $count ->
    [1] 添加此主机名？[y/N]
    *[other] 添加这 { $count } 个主机名？[y/N]
}
import-not-added = 没有添加任何内容。要添加：homeport import FILE --yes
import-added = 已添加 { $count } 个主机名。请立即停止 { $client }：两个客户端更新同一个名称会互相干扰。
terminal-hosts = 机密会发往：{ $hosts }
terminal-unverified-hosts = 此服务商来自您自己的文件；没有人检查过它。机密会发往：{ $hosts }
command-file-happened = 无法读取 { $file }：{ $reason }。
command-file-means = 什么都没有做。
command-file-do = 检查路径以及文件的读取权限。
command-no-file-happened = { $file } 是链接、文件夹或设备。
command-no-file-means = 没有读取任何内容。
command-no-file-do = 请给出文件本身的路径。
own-provider-happened = { $file }，第 { $line } 行，{ $field }：{ $problem }。
own-provider-means = 此文件不能使用。
own-provider-do = 改正它，然后再检查。
own-provider-examples = { $count ->
    [0] 文件中没有示例。至少添加一个成功的应答和一个被拒绝的应答。
    *[other] { $count } 个示例中有 { $right } 个相符。
}
own-provider-typed = 它的服务器在表单中输入；机密只发往那里。
own-provider-next = 把文件放进设置旁边的“providers”文件夹，并重启 Homeport 即可使用。
