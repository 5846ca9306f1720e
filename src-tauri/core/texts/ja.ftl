### Every text that a person can read. One id a line, grouped by where it is shown.
### Two short sentences at most, no "please", no blame, no exclamation marks; "we" is Homeport.


## Tray

tray-title = Homeport
tray-tooltip = Homeport: { $headline }
tray-address = { $family } { $address }
tray-address-copy = { $family } { $address } – コピー
tray-hostname = { $name } – { $words }
tray-more = ほか { $count } 件
tray-add = ホスト名を追加…
tray-check = 今すぐ確認して更新
tray-check-wait = 今すぐ確認して更新 – 実行済み
tray-checking = 確認中…
tray-pause = 一時停止
tray-pause-hour = 1 時間
tray-pause-tomorrow = 明日まで
tray-pause-resumed = 再開するまで
tray-resume = 更新を再開
tray-open = Homeport を開く
tray-settings = 設定
tray-diagnostics = 診断を実行
tray-quit = 終了（更新は止まります）

## Notifications

notice-changed = 新しいアドレス { $address }
notice-changed-one = { $hostname } は最新です。
notice-changed-many = { $count } 件のホスト名を更新しました。
notice-recovered = { $span }後に正常に戻りました
notice-recovered-one = { $hostname } は再び最新です。
notice-minutes = { $count } 分
notice-hours = { $count } 時間
notice-first-close = Homeport は動き続けています
notice-first-close-body = { $system ->
    [windows] 家のアイコンは画面右下にあります。矢印の中に隠れているかもしれません。そこで終了すると更新が止まります。
    [macos] 家のアイコンはメニューバーにあります。そこで終了すると更新が止まります。
    *[other] 家のアイコンはトレイにあります。そこで終了すると更新が止まります。
}
notice-trial = Homeport のテスト
notice-trial-body = 通知が表示されました。ウィンドウで確認してください。
notice-problem = { $means }{ $cure }
notice-summary = この 1 時間にほか { $count } 件のメッセージ
notice-summary-changes = この 1 時間にアドレスがさらに { $count } 回変わりました

## Settings file: what is wrong, and (-do) what to do. Shown as "settings.toml, line 3, FIELD: WHAT; CURE".

settings-not-toml = TOML ではありません：{ $reason }
settings-not-toml-do = この行を直してください。文字列は引用符で囲み、[テーブル] は 1 行に 1 つ書きます
settings-no-version = ファイルのバージョンがありません
settings-no-version-do = 最初の行に version = 1 と書くか、settings.toml.previous に戻してください
settings-newer = ファイルはバージョン { $found } ですが、この Homeport が読めるのはバージョン 1 までです
settings-newer-do = Homeport を更新するか、settings.toml.previous に戻してください
settings-bad-version = バージョン { $found } はありません
settings-bad-version-do = version = 1 と書いてください
settings-type = 値の種類が違います
settings-type-do = { $expected } である必要があります
settings-missing = { $key } がありません
settings-missing-do = { $key } = "…" の行を追加してください
settings-unknown-key = Homeport は { $key } を知りません
settings-unknown-key-do = { $near } と書くか、この行を消してください
settings-unknown-key-far = Homeport は { $key } を知りません
settings-unknown-key-far-do = この行を消してください。ここで使えるもの：{ $known }
settings-account-id = "{ $found }" はアカウント名にできません
settings-account-id-do = 英数字、-、_ を 1〜64 文字で使ってください
settings-account-twice = ID { $found } のアカウントがすでにあります
settings-account-twice-do = アカウントごとに別の ID を付けてください
settings-unknown-provider = Homeport はプロバイダー { $found } を知りません
settings-unknown-provider-do = { $near } と書くか、homeport providers で調べてください
settings-unknown-provider-far = Homeport はプロバイダー { $found } を知りません
settings-unknown-provider-far-do = homeport providers で調べてください
settings-unknown-field = { $provider } に { $key } という項目はありません
settings-unknown-field-do = { $near } と書くか、この行を消してください
settings-unknown-field-far = { $provider } に { $key } という項目はありません
settings-unknown-field-far-do = この行を消してください。ここで使えるもの：{ $known }
settings-no-fields = { $provider } に { $key } という項目はありません
settings-no-fields-do = この行を消してください
settings-secret-field = { $key } は秘密の値で、このファイルには書きません
settings-secret-field-do = この行を消し、{ $account } の秘密の値はウィンドウで入力してください。他の人がこのファイルを読めた場合は新しく作ってください
settings-bad-field = { $reason }
settings-bad-field-do = homeport providers { $provider } と比べてください
settings-lacking-field = { $provider } には { $key } の項目が必要です
settings-lacking-field-do = [account.fields] の下に { $key } = "…" を追加してください
settings-bad-hostname = { $reason }
settings-bad-hostname-do = home.example.org のように名前全体を書いてください
settings-hostname-twice = { $found } がファイルに 2 回あります
settings-hostname-twice-do = どちらか一方を消してください
settings-no-account = アカウント { $found } はありません
settings-no-account-do = { $near } と書くか、この ID の [[account]] を追加してください
settings-no-account-far = アカウント { $found } はありません
settings-no-account-far-do = この ID の [[account]] を追加してください
settings-same-account = { $found } はすでにこのホスト名を担当しています
settings-same-account-do = 別のアカウントを書くか、standby を消してください
settings-no-standby = 予備の設定ですが、予備がありません
settings-no-standby-do = standby = "アカウント" を追加するか、これを消してください
settings-standby-twice = { $found } は別の項目がすでに担当しています
settings-standby-twice-do = ほかの項目にない名前を書いてください
settings-bad-span = "{ $found }" は 5 分から 7 日までの長さではありません
settings-bad-span-do = 数字と m、h、d で書いてください: "30m"、"2h"、"1d"
settings-bad-device = "{ $found }" は機器を示していません
settings-bad-device-do = アドレスの末尾 ("::1234") か MAC アドレス ("02:11:22:33:44:55") を書いてください
settings-bad-address = "{ $found }" は { $family } アドレスではありません
settings-bad-address-do = { $family } アドレスを書くか、自動で見つけるならこの行を消してください
settings-bad-command = プログラムがありません
settings-bad-command-do = 最初にプログラムのパス、その後に引数を書いてください
settings-bad-url = ウェブアドレスではありません
settings-bad-url-do = https://echo.example.org/ のようにアドレス全体を書いてください
settings-url-secret = アドレスに名前やパスワードが含まれています。秘密の値はこのファイルに書きません
settings-url-secret-do = それらが要らないサービスを使ってください
settings-proxy-secret = アドレスに名前かパスワードが含まれています。秘密の値はこのファイルに置きません
settings-proxy-secret-do = 認証の要らないプロキシを使うか、HTTPS_PROXY を設定します
settings-bad-proxy = プロキシのアドレスではありません
settings-bad-proxy-do = http://host:port の形で書きます
settings-bad-placeholder = プレースホルダー「{ $found }」はありません
settings-bad-placeholder-do = hostname、family、address、old を二重の波括弧で囲んで使います
settings-plain-http = http:// は途中の誰でも読めるため、このコンピューターとこのネットワークの中だけで使えます
settings-plain-http-do = https:// と書いてください
settings-bad-stun = STUN サーバーではありません
settings-bad-stun-do = stun.example.org:3478 のように名前かアドレスとポートを書いてください
settings-bad-dns = DNS の情報源ではありません
settings-bad-dns-do = myip.example.org@192.0.2.53:53 のように NAME@SERVER:PORT と書いてください
settings-bad-home = "{ $found }" はネットワークではありません
settings-bad-home-do = "aa:bb:cc:dd:ee:ff/192.168.1.0/24" のようにルーターの MAC アドレスとサブネットを書いてください
settings-bad-nameserver = "{ $found }" はネームサーバーのアドレスではありません
settings-bad-nameserver-do = "192.0.2.53:53" のようにアドレスとポートを書いてください
settings-bad-choice = "{ $found }" は選択肢にありません
settings-bad-choice-do = 次から選んでください：{ $known }
## Headlines of the status page, the tray and `homeport status`

headline-ok = { $count ->
    [1] { $host } は最新です
    *[other] { $count } 件のホスト名はすべて最新です
}
headline-ok-detail = ゾーンのネームサーバーで確かめました。
headline-practice-detail = このコンピューターの練習サーバーで確かめました。
headline-empty = ホスト名はまだありません
headline-empty-detail = 自宅を指す名前を追加してください。
headline-looking = アドレスを探しています…
headline-updating = { $host } を更新中…
headline-working-detail = 少し時間がかかります。
headline-paused = 更新は一時停止中です
headline-paused-detail = 再開するまで DNS はそのままです。
headline-paused-until-detail = DNS はそのままです。自動で再開します。
headline-offline = インターネット接続を待っています
headline-offline-detail = DNS は元のままです。接続が戻れば自動で続けます。

## Address cards

address-agreed = { $here ->
    [yes] { $count ->
        [0] このコンピューター自身のアドレス
        [1] このコンピューターと { $names }
        *[other] このコンピューターと { $count } 件のサービスが一致
    }
    *[no] { $count ->
        [1] { $names }
        *[other] { $count } 件のサービスが一致
    }
}
address-absent = このネットワークにはそのアドレスがありません。
address-own-only = インターネットなし：このコンピューター自身のアドレス。
verdict-direct = 直接
verdict-behind-nat = ルーターの内側
verdict-cgnat = 共有
verdict-not-here = ここにはない
verdict-unknown = 不明
verdict-own-only = ここだけ
why-not-yet-asked = まだ問い合わせていません。
why-no-route = インターネットへの経路がありません。
why-no-answer = どのサービスも答えませんでした。
why-no-dns = 名前を調べられませんでした。
why-one-witness = 答えたサービスは 1 つだけです：{ $address }。
why-disagree = サービスによってアドレスが違います：{ $addresses }。
why-captive-portal = ネットワークがウェブページで答えました。
why-shared = { $address } はインターネット事業者が共有しています。
why-not-public = { $address } には外から届きません。
why-no-lasting-address = 短期間だけのアドレスしかありません。
why-not-pinned = 選んだ末尾の長く使えるアドレスがありません。

## What each source said, and what was made of it

source-believed = { $address } と答え、合意と一致しました。
source-outvoted = { $address } と答えましたが、ほかは別のアドレスで合意しました。
source-disputed = { $address } と答えましたが、合意はありませんでした。
source-alone = { $address } と答えたのはここだけです。
source-not-public = { $address } と答えましたが、公開アドレスではありません。
source-sign = { $address } と答えました（手がかりとしてのみ）。
source-no-answer = 応答がありませんでした。
source-no-dns = 名前を解決できませんでした。
source-tls = 証明書が拒否されました：{ $reason }。
source-not-an-address = アドレスではないものが返りました。
source-other-family = もう一方の種類のアドレスが返りました。
source-status = 状態 { $reason } が返りました。
source-none = そのアドレスはありません。

## How a change behind the router is noticed

lookout-tells = ルーター { $router } の答えは { $external } です（{ $names }）。
lookout-behind = ルーター { $router } の答えは { $external } ですが、インターネットからは別のアドレスが見えています。途中にもう 1 つアドレス変換があります。
lookout-nameless = ルーター { $router } は公開アドレスを答えません。途中にもう 1 つアドレス変換があります。
lookout-pulses = ルーターが何も知らせないため、ときどき STUN サーバーに問い合わせます。
lookout-silent = ルーター { $router } は何も知らせません。
lookout-direct = ここではルーターの陰に隠れる変化はありません。

## Rows of hostnames

row-ok = 最新
row-paused = 一時停止中
row-held = 保留中
row-sending = 更新中
row-accepted = 受理済み、まもなく DNS に反映
row-unsure = 確認できません
row-offline = インターネット接続待ち
row-waiting = アドレス待ち
row-nothing = ここにはアドレスがありません
row-attention = 要確認
row-auth-rejected = トークンが拒否されました
row-auth-scope = 権限が足りません
row-host-not-found = プロバイダーに登録がありません
row-not-yours = 他の人のものです
row-blocked = プロバイダーにブロックされています
row-client-refused = Homeport が拒否されました
row-bad-request = 受け付けられません
row-rate-limited = 要求が多すぎるため待機中
row-provider-down = プロバイダーが答えません
row-provider-unknown = 答えを理解できません
row-not-in-dns = DNS にありません
row-foreign-change = 他のものが変更しました
row-keychain-locked = キーチェーンがロックされています
row-keychain-absent = キーチェーンがありません
row-keychain-denied = キーチェーンが拒否しました
row-secret-missing = トークンがありません
row-tls-trust = 接続を信頼できません
row-no-dns = DNS がありません
row-standby = 予備が更新中
standby-ready = 待機中

## Chips: the state of one record

chip-verified = 確認済み
chip-accepted = まもなく DNS に反映
chip-proxied = プロバイダーのプロキシ経由
chip-sending = 更新中
chip-holding = 保留中
chip-unsure = 確認できません
chip-wrong = 誤り
chip-offline = 接続なし
chip-off = オフ
chip-not-here = ここにはない

## Buttons of problems

button-check-now = 今すぐ確認
button-try-again = もう一度試す
button-replace-secret = トークンを交換
button-open-provider = { $provider } を開く
button-edit-hostname = ホスト名を編集
button-run-diagnostics = 診断を実行
button-resume = 再開
button-this-is-home = ここも自宅です
button-open-token-page = トークンのページを開く
button-take-over = 引き継ぐ
button-leave-alone = もう一方に任せる
button-open-sign-in = サインインのページを開く
button-use-vpn = VPN のアドレスを使う
button-choose-sources = アドレスの情報源
button-unlock = ロックを解除
button-keep-in-memory = 終了するまでメモリに保持
button-ipv6-only = IPv6 だけを使う
button-ipv6-off = IPv6 を使わない
button-how-known = わかった理由
button-update-here = 今回だけ更新する
button-who-else = ほかに更新しているもの
button-details = 詳細
button-show-zones = 自分のドメインを表示

## Problems: what happened, what it means, what to do

fault-offline-happened = このコンピューターはインターネットに接続していません。
fault-offline-means = 確認も更新もできません。DNS は元のままです。
fault-offline-do = 接続が戻れば自動で続けます。
fault-no-dns-happened = 名前を調べられません。
fault-no-dns-means = 接続はありますが、その DNS が答えません。DNS は元のままです。
fault-no-dns-do = 自動で再試行します。続くようならルーターを再起動してください。
fault-captive-happened = ネットワークがアドレスではなくウェブページを返しました。
fault-captive-means = サインインページのある Wi-Fi のようです。何も変更していません。
fault-captive-do = Wi-Fi にサインインしてから、もう一度確認してください。
fault-tls-trust-happened = { $provider } への安全な接続を確認できませんでした。
fault-tls-trust-means = フィルターが通信を読んでいるか、このコンピューターの時計が違っています。トークンは送っていません。
fault-tls-trust-do = 時計を確かめ、フィルターで Homeport を許可してください。
fault-vpn-active-happened = VPN（{ $name }）がオンです。
fault-vpn-active-means = 見えているアドレスは自宅ではなく VPN のものです。更新は保留中です。
fault-vpn-active-do = { $why ->
    [cannot-bind] このシステムでは VPN の横を調べられません。VPN を切るか、vpn = "hold" か "through" を選んでください。
    [no-way-beside] VPN の横に出口がありません。ネットワークにつなぐか、VPN を切ってください。
   *[held] VPN を切るか、そのアドレスを使うか、横を調べるようにしてください（設定の vpn）。
}
fault-not-home-happened = { $why ->
    [not-told] どのネットワークか分かりません。
   *[away] 外出中：{ $name } は登録した自宅のネットワークではありません。
}
fault-not-home-means = 今更新するとホスト名がここを指してしまいます。更新は保留中です。
fault-not-home-do = 何もする必要はありません。ここも自宅なら、自宅のネットワークに追加してください。
fault-ip-disagree-happened = サービスが違うアドレスを報告しています（{ $addresses }）。
fault-ip-disagree-means = どれが正しいか確かでないため、DNS には触れていません。
fault-ip-disagree-do = たいてい数分で落ち着きます。そうでなければプロキシと VPN を切ってください。
fault-one-witness-happened = アドレスを報告したサービスは 1 つだけです（{ $address }）。
fault-one-witness-means = 新しいアドレスは 2 つが一致してから公開します。DNS には触れていません。
fault-one-witness-do = 何もする必要はありません。自動で再び問い合わせます。
fault-cgnat-happened = { $why ->
    [double] ルーターが別のルーターの内側にあります。
   *[carrier] インターネット事業者が 1 つの IPv4 アドレスを多くの利用者で共有しています。
}
fault-cgnat-means = { $known ->
    [router] { $address } には IPv4 で外から届きません。
    [world] ルーターは公開アドレスを答えず、外から見えるのは { $seen } です。レコードは更新しますが、外からの IPv4 接続は届きません。
   *[both] ルーターは { $address }、外から見えるのは { $seen } です。レコードは更新しますが、外からの IPv4 接続は届きません。
}
fault-cgnat-do = { $why ->
    [double] 1 台目のルーターをブリッジモードにするか、両方でポートを転送するか、IPv6 を使ってください。
   *[carrier] あれば IPv6 を使うか、事業者に公開 IPv4 アドレスを依頼してください。
}
fault-ipv6-none-happened = 長く使える IPv6 アドレスが見つかりませんでした。
fault-ipv6-none-means = 短期間だけのアドレスしかないか、何もありません。AAAA レコードは元のままです。
fault-ipv6-none-do = このネットワークに IPv6 がなければ、ホスト名の IPv6 をオフにしてください。
fault-keychain-locked-happened = キーチェーンがロックされています。
fault-keychain-locked-means = { $host } のトークンはその中で安全ですが、読めません。更新は待っています。
fault-keychain-locked-do = ロックを解除してください。自動で再試行します。
fault-keychain-absent-happened = キーチェーンが見つかりません。
fault-keychain-absent-means = { $host } のトークンを読めません。トークンをファイルに置くことはありません。
fault-keychain-absent-do = gnome-keyring か KWallet を入れるか起動してください。サーバーでは systemd の資格情報を使います。
fault-keychain-denied-happened = キーチェーンがアクセスを拒否しました。
fault-keychain-denied-means = { $host } のトークンを読めません。更新は待っています。
fault-keychain-denied-do = キーチェーンで Homeport を許可してから、もう一度試してください。
fault-secret-missing-happened = { $host } のトークンがキーチェーンにもうありません。
fault-secret-missing-means = 別のプログラムが消しました。このアカウントの更新は待っています。
fault-secret-missing-do = トークンを貼り直してください。
fault-auth-rejected-happened = { $provider } は { $host } のトークンを受け付けませんでした。
fault-auth-rejected-means = 打ち間違い、削除、または期限切れです。ブロックされないよう試行を止めました。
fault-auth-rejected-do = 新しいトークンを作って貼り付けてください。
fault-auth-scope-happened = このトークンは { $provider } の { $host } を変更できません。
fault-auth-scope-means = 権限か有料機能が足りません。試行を止めました。
fault-auth-scope-do = { $provider } で権限を加えてもう一度試してください。トークンは同じままです。
fault-host-not-found-happened = { $provider } のこのアカウントに { $host } はありません。
fault-host-not-found-means = 削除されたか、期限切れか、綴りが違います。試行を止めました。
fault-host-not-found-do = { $provider } で確かめてから、もう一度試してください。
fault-not-yours-happened = { $host } は { $provider } のこのアカウントのものではありません。
fault-not-yours-means = 変更できるのは持ち主だけです。試行を止めました。
fault-not-yours-do = アカウントと名前を確かめてから、もう一度試してください。
fault-blocked-happened = { $provider } が { $host } をブロックしました。
fault-blocked-means = 更新が多すぎました。別のプログラムかルーターかもしれません。試行を止めました。
fault-blocked-do = 先に { $provider } でブロックを解除してから、もう一度試してください。
fault-client-refused-happened = { $provider } はこのバージョンの Homeport を拒否しています。
fault-client-refused-means = 続けるとブロックされるおそれがあるため止めました。
fault-client-refused-do = Homeport を更新してから、もう一度試してください。
fault-bad-request-happened = { $provider } は { $host } の更新を受け付けませんでした。
fault-bad-request-means = 設定が合っていません。同じことを繰り返しても解決しないため止めました。
fault-bad-request-do = ホスト名の設定を確かめてから、もう一度試してください。
fault-rate-limited-happened = { $provider } は { $host } の更新を待つよう求めています。
fault-rate-limited-means = 更新が多すぎました。それまで DNS には古いアドレスが残ります。
fault-rate-limited-do = 何もする必要はありません。求められた時間だけ待ち、自動で続けます。
fault-provider-down-happened = { $provider } が { $host } について答えません。
fault-provider-down-means = 原因は相手側にあり、インターネットは動いています。DNS には古いアドレスが残ります。
fault-provider-down-do = 何もする必要はありません。自動で再試行します。
fault-provider-unknown-happened = { $provider } が { $host } について理解できない答えを返しました。
fault-provider-unknown-means = 成功とは見なしません。ブロックされないよう、次の試行は遅らせます。
fault-provider-unknown-do = 「履歴」で答えを見てください。原因が分かるかもしれません。直してから、もう一度試してください。
fault-uncertain-happened = { $host } の更新を確認できませんでした。
fault-uncertain-means = { $provider } の答えが失われました。成功しているかもしれません。DNS で分かります。
fault-uncertain-do = 何もする必要はありません。ネームサーバーに問い合わせます。
fault-not-in-dns-happened = { $host } は { $provider } が受け付けたとおりには DNS にありません。
fault-not-in-dns-means = ネームサーバーの答えは { $expected } ではなく { $found } です。
fault-not-in-dns-do = プロバイダーでは数分かかることがあります。続くなら { $provider } でレコードを見てください。
fault-foreign-change-happened = { $host } が他のものによって { $found } に変えられました。
fault-foreign-change-means = 別の更新プログラム（多くはルーター）もこの名前を管理しています。手を触れずにおきます。
fault-foreign-change-do = どちらかを止めるか、引き継いで { $expected } に設定してください。
fault-settings-broken-happened = 設定ファイルに誤りがあります。
fault-settings-broken-means = { $message }。直前の正しい設定が有効です。
fault-settings-broken-do = ファイルを直して保存してください。
fault-store-broken-happened = { $newer ->
    [yes] 新しい Homeport がデータを書きました。
    *[no] 保存データが壊れていました。
}
fault-store-broken-means = { $newer ->
    [yes] { $file } には触れず、この Homeport は隣に自分のデータを置きます。DNS は変えていません。
    *[no] { $file } として脇に置きました。DNS は変えていません。
}
fault-store-broken-do = { $newer ->
    [yes] 新しい Homeport を入れ直すか、このまま使ってください。
    *[no] 何もする必要はありません。繰り返すならディスクを確かめてください。
}
fault-disk-full-happened = Homeport がデータを書き込めません。
fault-disk-full-means = 理由：{ $message }。更新はメモリー上で続きます。
fault-disk-full-do = ディスクの空きを作ってください。自動で再試行します。
fault-watcher-down-happened = ネットワークの変化が知らされません。
fault-watcher-down-means = システムの答え：{ $message }。変化には即座にではなく 1 分以内に気付きます。
fault-watcher-down-do = 何もする必要はありません。監視を自動で再開します。


## The state and the settings on the disk. The first group stands behind "cannot be written: ".

store-full = ディスクがいっぱいです
store-read-only = ディスクが読み取り専用です
store-denied = フォルダーへのアクセスが拒否されました
store-busy = 別のプログラムがファイルを使っています
store-damaged = ファイルが壊れています
store-refused = システムの答え：{ $reason }

store-settings-gone = settings.toml がありません。戻すか、settings.toml.previous を使ってください
store-settings-folder = settings.toml がフォルダーです。移動してください
store-settings-link = settings.toml がシンボリックリンクで、リンク先の持ち主が変更できてしまいます。ファイル自体を置いてください
store-settings-owner = settings.toml は別のユーザーのものです。自分のものにするか、コピーに替えてください
store-settings-special = settings.toml が設定ファイルではありません。移動してください
store-settings-unreadable = settings.toml を読めません：{ $reason }
settings-not-text = ファイルが UTF-8 の文字列ではありません
settings-not-text-do = UTF-8 で保存するか、settings.toml.previous に戻してください

## Window
window-name = Homeport
window-pages = ページ
window-page-status = 状態
window-page-activity = 履歴
window-page-network = ネットワーク
window-page-settings = 設定
window-page-help = ヘルプ
window-problems = { $count } 件の問題
window-close = 閉じる
window-cancel = キャンセル
window-more-for = { $hostname } の操作
window-copied = コピーしました
window-copy-failed = このシステムではコピーできませんでした。
window-reason-happened = Homeport が答えませんでした。
window-reason-means = 再起動中かもしれません。何も変更していません。
window-reason-do = 少ししてからもう一度試してください。
window-starting = Homeport を起動中…
window-starting-detail = すぐに終わります。名前はそのままです。
window-failed = Homeport を起動できませんでした
window-failed-do = Homeport を入れ直すか、端末で「homeport run」を実行して理由を確かめてください。
window-failed-again = もう一度試す
window-ended = Homeport が終了しました。戻るのを待っています。表示は { $time } のものです。
window-stopped = Homeport は停止しています。名前は更新されません。
window-stopped-start = Homeport を起動

window-check-now = 今すぐ確認
window-checking = 確認中…
window-check-again-in = あと { $seconds } 秒
window-pause = 更新を一時停止
window-pause-hour = 1 時間
window-pause-tomorrow = 明日まで
window-pause-resumed = 再開するまで
window-resume = 更新を再開
window-addresses = アドレス
window-copy-address = { $family } アドレスをコピー
window-no-address = アドレスなし
window-seen = { $ago }に確認
window-hostnames = ホスト名
window-add = ホスト名を追加
window-since = { $time } から
window-next-try = 次の試行 { $time }
window-no-tray = このデスクトップはトレイアイコンを表示しません。Homeport は動き続けます。このウィンドウはアプリ一覧から開いてください。

window-row-try-again = もう一度試す
window-row-update = 今すぐ更新
window-row-pause = 一時停止
window-row-resume = 再開
window-row-remove = 削除…
window-remove-title = { $hostname } を Homeport から削除しますか？
window-remove-text = Homeport は更新をやめます。DNS レコード自体はそのままです。
window-remove = 削除
window-update-here-title = ホスト名をこのネットワークに向けますか？
window-update-here-text = このコンピューターが自宅のネットワークに戻るまで、自宅ではなくここにつながります。次の別のネットワークでは、Homeport はまた待ちます。
window-update-here-confirm = ここで更新
window-zones-title = 自分のドメイン
window-zones-text = トークンで見えるドメインです。{ $host } はこのどれかに属する必要があります。
window-zones-none = トークンは有効ですが、ドメインは返されませんでした。

window-problem-try = 次の試行 { $time }
window-problem-open = 対処を表示：{ $problem }

window-practice-title = 練習サーバーに自分で聞いてみる
window-practice-text = { $hostname } がある間、このコンピューターの中で動きます。端末に貼り付けてください：
window-copy-command = コマンドをコピー

window-empty-title = 始め方は 2 つ
window-empty-add = 最初のホスト名を追加
window-empty-add-text = deSEC、No-IP、Duck DNS などのプロバイダーの名前。無料でも有料でも。
window-empty-practice = アカウントなしで試す
window-empty-practice-text = このコンピューターの中の練習用プロバイダー。外には何も出ません。
window-import-card = ほかのクライアントから移る
window-import-card-text = ddclient、inadyn、ddns-go、No-IP やルーターが更新している名前を引き継ぎます。
window-import-title = ほかのクライアントから引き継ぐ
window-import-text = 設定ファイルを選んでください。内容を確かめるまで何も追加しません。
window-import-choose = ファイルを選ぶ…
window-import-client = どのクライアントのファイルか
window-import-recognise = 自動で判別
window-import-found = この { $client } のファイル：{ $count ->
    [0] 引き継げるものはありません
   *[other] ホスト名 { $count } 件
}
window-import-added = ホスト名を { $count } 件追加しました
window-import-left-out = 引き継がないもの
window-import-not-run = 一覧のみ、実行しないもの
window-import-not-needed = 不要なもの
window-import-guessed = （推測：確認してください）
window-import-secret = { $key }：非表示、キーチェーンに入ります
window-import-line = { $line } 行目：
window-import-more = ほか { $count } 件
window-import-nothing-yet = まだ何も追加していません。
window-import-add = ホスト名を { $count } 件追加

window-activity-detail = このコンピューターに { $days } 日間保存します。秘密の値は書きません。
window-activity-show = 表示
window-activity-all = すべて
window-activity-changes = 変更
window-activity-problems = 問題
window-activity-today = 今日、{ $date }
window-activity-yesterday = 昨日、{ $date }
window-activity-folded = { $count ->
    [1] 確認、変化なし
    *[other] { $count } 回確認、変化なし
}
window-activity-older = 以前のものを表示
window-activity-none = まだ何も起きていません
window-activity-none-text = 変更や問題はここに 1 行ずつ表示されます。
window-activity-none-kind = 該当するものはありません
window-weight-routine = 通常
window-weight-change = 変更
window-weight-warning = 要確認
window-weight-failure = 問題

window-network-detail = このコンピューターと名前の間にあるものを 1 つずつ確かめます。
window-network-run = すべて確認
window-network-running = 確認中…
window-network-waiting = ネットワークに問い合わせるため数秒かかります。
window-network-checks = 確認
window-notification-test = テストを送る
window-notification-asked = 通知は表示されましたか？
window-notification-yes = 表示された
window-notification-no = 何も出ない
window-network-sum = { $passed } 件合格、{ $look } 件要確認
window-network-sum-skipped = { $passed } 件合格、{ $look } 件要確認、{ $skipped } 件省略
window-check-pass = 合格
window-check-warn = 要確認
window-check-fail = 失敗
window-check-skipped = 省略

window-settings-detail = 変更はすぐに反映されます。
window-settings-accounts = アカウント
window-settings-no-account = アカウントはまだありません
window-settings-no-account-text = 最初のホスト名とともに作られます。
window-settings-account = { $account } · ホスト名 { $count } 件
window-settings-places = 保存場所
window-settings-file = 設定
window-settings-state = 履歴と状態
window-settings-secrets = トークンとパスワード
window-settings-keychain = { $system ->
    [windows] Windows の資格情報マネージャーに保存し、ファイルには書きません。
    [macos] macOS のキーチェーンに保存し、ファイルには書きません。
    *[other] デスクトップのキーリングに保存し、ファイルには書きません。
}
window-settings-copy-path = パスをコピー：{ $what }
window-settings-version = バージョン
window-settings-theme = 配色
window-settings-tray = トレイ
window-autostart = ログイン時に起動する
window-autostart-on = 登録されています: { $place }
window-autostart-off = Homeport を開くまで何も更新されません。
window-autostart-stale = 別のものを起動する登録です: { $program }。オンにすると直ります。
window-autostart-managed = systemd が起動します。オフにするには: systemctl --user disable homeport
window-autostart-hidden = ウィンドウなしで
window-autostart-hidden-text = トレイの家だけが表示されます。
window-tray-shown = 家のアイコンがトレイにあります。
window-tray-none = Homeport はトレイアイコンなしで動いています。

window-way-title = アドレスの道のり
window-way-computer = このコンピューター
window-way-router = ルーター
window-way-tunnel = VPN
window-way-internet = インターネット
window-way-dns = DNS サーバー
window-way-world = 世界
window-way-no-route = 出口なし
window-way-accepted = { $time } に受理
window-way-servers = { $count } 台中 { $right } 台
window-way-soon = まもなく
window-way-old = 古いアドレス
window-way-seen = 同じく見えています
window-way-left = あと { $seconds } 秒
window-way-caches-until = それまでキャッシュが古い値を示すことがあります。
window-way-cut = この地点の手前で道が切れています。
window-way-hold = この地点の手前で更新を保留しています。
window-way-is-ok = 正常。
window-way-is-waiting = 進行中。
window-way-is-old = 古い値です。
window-way-is-unsure = 要確認。
window-way-is-none = 未使用。
window-way-clear = 自宅への道は通じています
window-way-moving = 新しいアドレスが伝わっています
window-way-doubtful = 要確認：{ $station }
window-way-ends-at = 道はここで切れています：{ $station }
window-way-held-at = この手前で保留中：{ $station }
window-way-about = { $hostname } について、{ $ago }に確認。
window-way-which = ホスト名

window-host-where = 変更の現在地
window-host-record = レコード
window-host-servers = 各ネームサーバーの答え
window-server-name = ネームサーバー
window-server-answer = 答え
window-server-silent = 答えなし：{ $why }
window-server-empty = アドレスなし
window-server-right = 正しい：
window-server-wrong = 違う：
window-host-kept = 最新に保つもの
window-host-ttl = { $word }。キャッシュは { $seconds } 秒保持します
window-host-access = アクセス
window-host-remove = Homeport から削除
window-host-remove-text = DNS レコード自体はそのままです。
window-standby-title = 予備
window-standby-text = { $provider } が使えない間この名前を維持し、以後も正しく保たれます。
window-standby-serves = 現在維持中
window-standby-since = { $time } から維持中
window-standby-from = { $time } から維持
window-standby-waits = 今は不要
window-standby-row = 予備 { $provider }
window-standby-row-from = { $time } から { $provider }
window-standby-row-fault = 予備 { $provider }：{ $words }
window-row-open = 詳細

window-time-title = アドレスの移り変わり
window-time-held = 各アドレスの期間
window-time-family = アドレス
window-time-range = 期間
window-time-days = { $days } 日
window-time-none = まだ描くものがありません。最初のアドレス変更がここに表示されます。
window-time-sum = 図：{ $days } 日間にアドレス { $addresses } 件、中断 { $outages } 件
window-time-today = 今日
window-time-now = 現在まで { $span }
window-time-all = すべて表示（{ $count }）

window-activity-lines = できごと
window-activity-hostname = ホスト名
window-activity-every = すべてのホスト名
window-activity-sent = { $count ->
    [0] 過去 24 時間に Homeport は { $host } の更新を送っていません。
   *[other] 過去 24 時間に Homeport は { $host } の更新を { $count } 回送りました。
}それ以外の変更は、ほかのプログラム、ルーター、またはプロバイダーのページによるものです。
window-activity-search = 検索
window-activity-copy = これらの行をコピー
window-activity-when = 日時
window-activity-request = 送信
window-activity-answer = 応答
window-activity-details = 詳細
window-activity-hidden = 秘密の値は隠されています。
window-report = レポート
window-report-text = これが全部です。何も送信されません。保存するかコピーして、渡したい相手に渡します。
window-report-hide = 名前とアドレスを隠す
window-report-hide-text = host-1 や address-1 になります。秘密の値は決して含まれません。
window-report-copy = レポートをコピー
window-report-save = ファイルに保存
window-report-making = 確認しています。数秒かかります。
window-saved = 保存しました: { $path }
window-report-title = サポート用レポート
window-network-copy = 結果をコピー

window-settings-sections = 項目
window-settings-general = 一般
window-settings-notifications = 通知
window-settings-network = 自宅と VPN
window-settings-sources = アドレス
window-settings-advanced = 詳細
window-icon-title = トレイアイコン
window-icon-monochrome = 単色
window-icon-color = カラー
window-log-title = ログ
window-log-text = 標準エラー出力やシステムのジャーナルに出す量です。--log が優先されます。
window-proxy-title = プロバイダー用プロキシ
window-proxy-text = http://host:port、パスワードなし。空欄ならシステムに従います。
window-proxy-echo = アドレスの確認にも使う
window-proxy-echo-text = サービスからはプロキシのアドレスが見えます。家のアドレスであることはまれです。
window-stun-metered = 従量制接続でも STUN を使う
window-stun-metered-text = 1 回 48 バイト、多くても 30 秒に 1 回です。
window-nameservers-title = 独自のネームサーバー
window-nameservers-text = ゾーンのサーバーの代わりに確認に使います。1 行に 1 アドレス、ポートが 53 以外なら付けます。空欄ならゾーンのサーバーです。
window-nameservers-wrong = { $line } 行目はアドレスではありません: { $text }
window-apply = 適用
window-webhook-title = Webhook
window-webhook-text = DNS で確認された変更ごとに一度、このサーバーに知らせます。
window-webhook-set = 送り先: { $server }
window-webhook-url = アドレス
window-webhook-url-text = https://… 秘密の場合があるため再表示されません。空欄なら設定済みのものを使います。
window-webhook-method = メソッド
window-webhook-body = 本文
window-webhook-body-text = プレースホルダー: { $names }。空欄ならすべてを JSON で送ります。
window-webhook-test = テストを送信
window-webhook-tested = サーバーが受け取りました。
window-settings-language = 言語
window-language-system = システム（{ $language }）
window-theme-system = システム
window-theme-light = ライト
window-theme-dark = ダーク
window-notify-title = 知らせる内容
window-notify-all = すべて
window-notify-needs-me = 対応が必要なもの
window-notify-none = なし
window-notify-all-text = 新しいアドレスと対応が必要なもの。1 時間に 3 件まで。
window-notify-needs-me-text = 対応が必要なものだけ。
window-notify-none-text = 問題は引き続きトレイとこのウィンドウに表示されます。
window-vpn-title = VPN がオンの間
window-vpn-hold = 保留
window-vpn-through = 使う
window-vpn-physical = 迂回
window-vpn-hold-text = 名前は自宅を指したまま、更新は待ちます。
window-vpn-through-text = 名前は VPN のアドレスを指します。
window-vpn-physical-text = システムが許せば、自分の回線で問い合わせます。
window-home-title = 自宅のネットワーク
window-home-some = これらのネットワークでだけ更新します。
window-home-none = どのネットワークでも更新します。
window-home-remove = { $network } を削除
window-home-here = このネットワーク
window-home-here-text = 今は { $network } にいます。
window-home-add = 自宅のネットワークに追加
window-source-router = ルーター
window-source-router-text = 最初に、このネットワークの中だけで問い合わせます。
window-source-stun = STUN サーバー
window-source-stun-text = ビデオ通話が使うものと同じです。
window-source-http = ウェブサービス
window-source-http-text = 複数に問い合わせ、1 つの答えに同じ運営者を 2 つは使いません。
window-source-dns = DNS サービス
window-source-dns-text = 問い合わせ元を答えるネームサーバーです。
window-source-interface = このコンピューター
window-source-interface-text = このコンピューター自身のアドレスです。
window-settings-backup = バックアップ
window-settings-backup-text = すべての設定のコピーです。このコンピューターでも別のものでも使えます。秘密の値と Webhook は含まれません。
window-backup-save = コピーを保存
window-backup-restore = コピーから復元
window-backup-lacking = 復元しました。ここにトークンがないもの: { $accounts }
window-settings-quit = Homeport が動いていない間は更新されません。Homeport を削除しても DNS はそのままです。
window-undo = 元に戻す
window-undo-text = 変更しました：{ $what }

window-replace = トークンを交換
window-replace-title = { $provider } の新しいアクセス
window-replace-text = { $account } の保存済みのものと置き換えます。更新はすぐに再開します。
window-replace-until-quit = ここにはキーチェーンがありません。入力した値は Homeport の終了までメモリにだけ残り、ファイルには書き込みません。
window-replace-save = 保存
window-replace-none = { $provider } に秘密の値は要りません。

window-help-title = キー操作
window-help-pages = 状態、履歴、ネットワーク、設定
window-help-add = ホスト名を追加
window-help-check = 今すぐ確認
window-help-settings = 設定
window-help-back = 戻る、または閉じる
window-help-this = この一覧

window-field-show = { $field } を表示
window-field-hide = { $field } を隠す
window-field-optional = 任意
window-field-missing = { $field } が必要です。
window-field-pattern = 「{ $field }」に合いません。全体だけをコピーしてください。
window-field-pattern-example = 「{ $field }」に合いません。例：{ $example }
window-file-choose = ファイルを選ぶ…
window-file-taken = ファイルのテキストを欄に入れました。
window-file-too-long-happened = このファイルはどの鍵よりも長いです。
window-file-too-long-means = 64 KiB を超えています。何も取り込んでいません。
window-file-too-long-do = プロバイダーが作成したファイルを選んでください。
window-file-not-text-happened = このファイルはテキストではありません。
window-file-not-text-means = 鍵のファイルは UTF-8 のテキストです。何も取り込んでいません。
window-file-not-text-do = ダウンロードしたままのファイルを選ぶか、テキストを貼り付けてください。
window-file-not-read-happened = このファイルを読めませんでした。
window-file-not-read-means = システムのメッセージ: { $reason }
window-file-not-read-do = 開く権限があるか確かめるか、テキストを貼り付けてください。
window-hostname-missing = 自宅につながる名前を入力してください。
window-hostname-wrong = ホスト名ではありません。例：home.example.org
window-family-missing = 少なくとも一方をオンにしてください。

window-wizard-step = { $name } · ステップ { $number } / { $of }
window-wizard-close = 下書きを残して閉じる
window-wizard-back = 戻る
window-wizard-continue = 続ける
window-wizard-provider = プロバイダー
window-wizard-access = アクセス
window-wizard-hostname = ホスト名
window-wizard-test = テスト
window-wizard-done = 完了

window-provider-title = どの名前を自宅につなげますか？
window-provider-text = すでにある名前を入力すると管理者を調べます。プロバイダーを検索することもできます。
window-provider-search = ホスト名またはプロバイダー
window-provider-example = home.example.org
window-provider-found = { $hostname } は { $provider } が管理しています
window-provider-looking = { $hostname } の管理者を調べています…
window-provider-not-found = { $hostname } の管理者が分かりませんでした。下からプロバイダーを選んでください。
window-provider-list = プロバイダー
window-provider-no-match = 名前に「{ $text }」を含むプロバイダーはありません。
window-provider-choose = まずプロバイダーを選んでください。
window-provider-unverified = 自分のファイル

window-preflight = 始める前に
window-preflight-address = { $family }：{ $verdict }

window-access-title = Homeport に { $provider } の鍵を渡す
window-access-text = 指定した DNS レコードだけを変更できます。
window-access-text-plain = { $provider } がレコード変更の前に求めるもの。
window-access-none = { $provider } では何も要りません。
window-access-open = { $provider } を開く
window-access-rights = 次の権限だけを与えてください：
window-access-which = どのアカウント
window-access-saved = 保存済み：{ $account }
window-access-new = 別のアカウント
window-access-saved-text = 保存済みのアクセスを再び使います。入力は不要です。
window-access-kept = { $system ->
    [windows] Windows の資格情報マネージャーに保存します。Homeport はファイルに書かず、二度と表示しません。
    [macos] macOS のキーチェーンに保存します。Homeport はファイルに書かず、二度と表示しません。
    *[other] デスクトップのキーリングに保存します。Homeport はファイルに書かず、二度と表示しません。
}
window-token-checking = トークンを確認しています…
window-token-go-on = このまま進めます。最後のテストで動作を確認します。
window-token-needs = 必要な権限：

window-name-title = どの名前で、どこを指しますか？
window-name-text = オンにしたレコードだけに触れます。ゾーンのほかの部分はそのままです。
window-name-label = ホスト名
window-name-below = 名前
window-name-zone = ゾーン
window-name-zone-typed = 名前全体を入力
window-name-zone-help = 更新する名前：{ $hostname }。ゾーン自体は @ と書きます。
window-name-zone-empty = ゾーン自体は @ と書きます。
window-name-ipv4 = IPv4
window-name-ipv6 = IPv6
window-name-record-a = A レコード
window-name-record-aaaa = AAAA レコード
window-name-will-be = { $address } になります
window-name-own = このコンピューター自身のアドレスになります
window-name-unknown = まだ不明です。分かりしだい設定します
window-name-not-here = ここにはこの種類の長く使えるアドレスがありません。レコードはそのままです。
window-name-create = ないレコードを作る
window-name-create-text = オフなら、Homeport は既存のレコードだけを変更します。
window-name-only-here = このネットワークだけ
window-name-only-here-text = カフェやホテルなどほかの場所では更新を待つので、名前がそこを指すことはありません。

window-test-title = 一度更新して見てみる
window-test-text = 本番の更新です。各段階が見え、失敗しても隠しません。
window-test-start = 更新して確認
window-test-again = もう一度試す
window-test-again-in = あと { $seconds } 秒
window-test-sent = { $provider } に送信
window-test-accepted = { $provider } が受理
window-test-unchanged = { $provider } はすでにこのアドレスです
window-test-reads-back = ネームサーバーに反映
window-test-proxied = { $provider } のプロキシ経由で公開
window-test-visible = 世界から見える
window-test-visible-caches = キャッシュではさらに数分かかることがあります
window-test-visible-later = 数分かかることがあります。先に進めます
window-test-seconds = { $seconds } 秒
window-test-fix-access = アクセスを変更
window-test-fix-hostname = ホスト名を変更
window-test-anyway = それでも追加
window-test-anyway-text = Homeport が自動で試し続けます。
window-test-keep = 最新に保つ
window-test-adding = 追加中…

window-done-title = { $hostname } は自宅につながりました
window-done-adding = { $hostname } はお任せください
window-done-text = Homeport が保ちます。このウィンドウは閉じてかまいません。
window-done-text-tray = Homeport はトレイに残って保ちます。このウィンドウは閉じてかまいません。
window-done-where = { $system ->
    [windows] 画面右下にあります。矢印の中かもしれません。
    [macos] メニューバーにあります。
    *[other] トレイにあります。
}
window-done-another = もう 1 つ追加
window-done-kept = { $provider } の次の名前のためにアクセスを残します。
window-done = 完了


## Provider forms

form-refused = { $problem }。
form-refused-means = 何も送信・保存していません。
form-refused-cure = 印の付いた項目を直して、もう一度試してください。
recognised-by-suffix = { $suffix } の下の名前はここのものです。
recognised-by-nameserver = ゾーンは { $server } が提供しています。

## Secrets that could not be stored

vault-locked-happened = キーチェーンがロックされています。
vault-locked-means = 秘密の値は保存されませんでした。
vault-locked-do = キーチェーンのロックを解除して、もう一度試してください。
vault-absent-happened = ここにはキーチェーンがありません。
vault-absent-means = 秘密の値は保存されませんでした。ほかの場所には保存しません。
vault-absent-do = gnome-keyring か KWallet を入れるか起動するか、サーバーでは systemd の資格情報を使ってください。
vault-denied-happened = システムがキーチェーンへのアクセスを拒否しました。
vault-denied-means = 秘密の値は保存されませんでした。
vault-denied-do = キーチェーンの設定で Homeport を許可して、もう一度試してください。
vault-too-long-happened = 秘密の値が長すぎます。
vault-too-long-means = このシステムのキーチェーンは { $limit } 文字までです。
vault-too-long-do = 秘密の値だけが貼られているか確かめてください。
vault-read-only-happened = このアカウントの秘密の値は systemd の資格情報から来ています。
vault-read-only-means = 読めますが、変更はできません。
vault-read-only-do = サービスのユニットで資格情報を変え、サービスを再起動してください。
vault-not-kept-happened = キーチェーンが秘密の値を保持しませんでした。
vault-not-kept-means = 読み直すと違う値が返りました。
vault-not-kept-do = 別のプログラムが項目を変えていないか確かめて、もう一度試してください。

## Doctor: the title of each check, what was found, and (-do) what to do

doctor-settings = 設定ファイル
doctor-settings-right = 正しく、ホスト名が { $count } 件あります。
doctor-settings-empty = ホスト名がありません。
doctor-settings-empty-do = ウィンドウか homeport add でホスト名を追加してください。
doctor-settings-wrong = { $message }
doctor-settings-wrong-do = その行を直すか、settings.toml.previous に戻してください。それまで直前の正しい設定が有効です。
doctor-notification = 通知
doctor-notification-untried = 表示されるかどうかは、見ている人にしか分かりません。
doctor-notification-seen = テスト通知が表示されました。
doctor-notification-unseen = テスト通知は表示されませんでした。
doctor-notification-unseen-do = { $system ->
    [windows] 設定の「システム」→「通知」で Homeport を許可し、応答不可をオフにしてください。
    [macos] システム設定の「通知」で Homeport を許可し、集中モードをオフにしてください。
   *[other] おやすみモードをオフにし、デスクトップの通知設定で Homeport を許可してください。
}
doctor-webview = ウィンドウの描画
doctor-webview-right = バージョン { $version }。
doctor-webview-silent = バージョンが分かりません。
doctor-webview-old = バージョン { $version } は古いため、表示が崩れることがあります。
doctor-webview-old-do = システムを更新してください。ホスト名はそれでも更新され続けます。
doctor-state = 保存された状態
doctor-state-right = { $path } に書き込めます。
doctor-state-wrong = { $path } に書き込めません：{ $reason }。
doctor-state-wrong-do = ディスクの空きを作るか、フォルダーを自分のものにしてください。メモリー上で続け、自動で再試行します。
doctor-credentials = 資格情報フォルダー
doctor-credentials-right = { $path } に秘密の値が { $count } 件あります。
doctor-credentials-empty = { $path } は空です。
doctor-credentials-empty-do = サービスのユニットに各秘密の値を書いてください：LoadCredential=ACCOUNT.FIELD:/path
doctor-credentials-unreadable = { $path } を読めません。
doctor-credentials-unreadable-do = Homeport を systemd ユニットから起動してください。このフォルダーが読めるようになります。
doctor-keychain = キーチェーン
doctor-keychain-ready = あり、ロックは解除されています。
doctor-keychain-locked = ロックされています。秘密の値は中で安全です。
doctor-keychain-locked-do = ロックを解除してください。その後は自動で続けます。
doctor-keychain-absent = ありません。
doctor-keychain-absent-do = gnome-keyring か KWallet を入れるか起動するか、サーバーでは systemd の資格情報を使ってください。
doctor-keychain-denied = アクセスが拒否されました。
doctor-keychain-denied-do = キーチェーンの設定で Homeport を許可してください。
doctor-secrets = { $account } の秘密の値
doctor-secrets-ready = 読めます。
doctor-secrets-missing = 少なくとも 1 つがありません。
doctor-secrets-missing-do = ウィンドウで入力し直してください。
doctor-secrets-locked = キーチェーンがロックされています。
doctor-secrets-locked-do = キーチェーンのロックを解除してください。その後は自動で続けます。
doctor-secrets-absent = 読み出すキーチェーンがありません。
doctor-secrets-absent-do = gnome-keyring か KWallet を入れるか起動するか、サーバーでは systemd の資格情報を使ってください。
doctor-secrets-denied = アクセスが拒否されました。
doctor-secrets-denied-do = キーチェーンの設定で Homeport を許可してください。
doctor-route = { $family } の出口
doctor-route-gateway = { $interface } から { $gateway } へ。
doctor-route-direct = { $interface } から。
doctor-route-tunnel = { $interface } から。これは VPN です。
doctor-route-tunnel-do = VPN を切るか、オンの間の動作を設定で選んでください（vpn）。
doctor-route-none = 既定の経路がありません。
doctor-route-none-do = このコンピューターをネットワークにつないでください。自宅に { $family } がなければ、そのレコードをオフにしてください。
doctor-route-unwanted = ありませんが、{ $family } を使うホスト名もありません。
doctor-ipv6 = 長く使える IPv6 アドレス
doctor-ipv6-lasting = { $address }
doctor-ipv6-passing = 自動で変わるアドレスしかありません。
doctor-ipv6-passing-do = このコンピューターのネットワーク設定で固定の IPv6 アドレスを有効にしてください。
doctor-ipv6-none = このコンピューターに公開 IPv6 アドレスがありません。
doctor-ipv6-none-do = ルーターで IPv6 をオンにするか、AAAA レコードをオフにしてください。
doctor-ipv6-unwanted = 必要なホスト名はありません。
doctor-watcher = ネットワークの監視
doctor-watcher-running = 変化にすぐ気付きます。
doctor-watcher-down = { $message }
doctor-watcher-down-do = 代わりに毎分確かめます。続くなら Homeport を再起動してください。
doctor-router = ルーター
doctor-router-tells = { $words }
doctor-router-behind = { $words }
doctor-router-behind-do = インターネット事業者に専用の IPv4 アドレスを依頼するか、1 台目のルーターをブリッジモードにするか、IPv6 を使ってください。
doctor-router-pulses = { $words }
doctor-router-silent = { $words }
doctor-router-silent-do = ルーターで UPnP か NAT-PMP をオンにしてください。変化にすぐ気付けます。
doctor-router-direct = { $words }
doctor-sources = 公開 { $family } アドレス
doctor-sources-agree = { $address }：{ $why }
doctor-sources-own = { $address } はこのコンピューター自身のアドレスです。
doctor-sources-own-do = 外から届かないかもしれません。インターネット接続を確かめてください。
doctor-sources-unknown = { $why }
doctor-sources-unknown-do = レコードはそのままです。インターネット接続を確かめてから、もう一度確認してください。
doctor-sources-early = 最初の確認がまだ終わっていません。
doctor-sources-unwanted = 必要なホスト名はありません。
doctor-route-beside = { $family } は VPN の横、{ $interface } から調べます。
doctor-network = ネットワーク
doctor-network-home = { $network } は自宅のネットワークです。
doctor-network-everywhere = どのネットワークでも更新します。
doctor-network-away = 外出中：{ $network } は登録した自宅のネットワークではありません。
doctor-network-away-do = 何もする必要はありません。ここも自宅なら、自宅のネットワークに追加してください。
doctor-network-unknown = どのネットワークか分かりません。
doctor-network-unknown-do = ルーターとの接続を確かめてください。ネットワークが分かるまで更新は待ちます。
doctor-power = 電源と料金
doctor-power-plugged = バッテリー駆動でも従量制でもありません。通常の間隔で調べます。
doctor-power-battery = バッテリー駆動：調べる間隔を延ばします。
doctor-power-metered = 従量制の接続：STUN サーバーには尋ねません。
doctor-power-both = バッテリー駆動で従量制：間隔を延ばし、STUN サーバーには尋ねません。
doctor-source = { $source }（{ $family }）
doctor-source-heard = { $words } 信頼度：100 のうち { $health }。
doctor-source-doubted = { $words } 信頼度：100 のうち { $health }。
doctor-source-doubted-do = 何もする必要はありません。ほかの答えを信じます。間違い続ける相手には 1 時間尋ねません。
doctor-dropped = 壊れた応答
doctor-dropped-none = ありませんでした。
doctor-dropped-some = 捨てたもの：{ $kinds }。
doctor-clock = 時計
doctor-clock-right = 証明書は有効期間内です。
doctor-clock-wrong = このコンピューターの日付が違います。
doctor-clock-wrong-do = 日時を合わせてください（インターネットからが最良です）。それまで安全な接続は失敗します。
doctor-clock-unknown = 確かめられる安全な接続がありませんでした。
doctor-proxy = プロキシ
doctor-proxy-none = 設定されていません。
doctor-proxy-set = プロバイダーへの要求は { $proxies } を使います。
doctor-provider = { $provider } への接続
doctor-provider-reached = { $host } が有効な証明書で答えます。
doctor-provider-proxy = プロキシ経由のため試していません。
doctor-provider-unreached = { $message }。
doctor-provider-unreached-do = インターネット接続とファイアウォールを確かめてください。プロバイダー側の問題かもしれません。
doctor-provider-untrusted = { $message }。
doctor-provider-untrusted-do = 秘密の値は送っていません。時計を確かめてください。フィルターや社内ネットワークが原因のこともあります（SSL_CERT_FILE）。
doctor-dns = { $hostname }, { $record }
doctor-dns-proved = ゾーンのネームサーバーは { $address } です。
doctor-dns-accepted = プロバイダーは { $address } を受理しましたが、ネームサーバーにはまだ出ていません。
doctor-dns-accepted-do = 数分待ってください。自動で確かめます。
doctor-dns-unsure = { $word }
doctor-dns-unsure-do = 確認できませんでした。自動で再び確かめます。
doctor-dns-wrong = { $word }
doctor-dns-wrong-do = ウィンドウでこのホスト名を見てください。対処が書かれています。
doctor-dns-held = 今は何も期待していません：{ $word }
doctor-standby = { $hostname }、{ $record }、{ $provider } の予備
doctor-standby-ready = 今は必要なく、何も公開していません。
doctor-ttl = { $hostname }、TTL
doctor-ttl-long = 変更のあと、古いアドレスが { $count } 分間使われることがあります。
doctor-ttl-long-do = 可能なら { $provider } でレコードの TTL を短くしてください。
doctor-ttl-lower = 変更のあと、古いアドレスが { $count } 分間使われることがあります。
doctor-ttl-lower-do = { $provider } で短くするか、settings.toml のこのホスト名に lower_ttl = true と書いてください。次の変更のときに { $seconds } 秒にします。
doctor-ttl-soon = 古いアドレスが { $count } 分間使われることがあります。次の変更で { $seconds } 秒になります。
doctor-tray = トレイアイコン
doctor-tray-shown = 表示されています。
doctor-tray-no-host = このデスクトップはトレイアイコンを表示しません。
doctor-tray-no-host-do = GNOME では拡張機能 AppIndicator を有効にしてください。アイコンがなくても Homeport は動きます。
doctor-tray-none = ここにはデスクトップがありません。
doctor-autostart = ログイン時の起動
doctor-autostart-on = { $place } がこのプログラムを起動します。
doctor-autostart-managed = systemd が { $program } を起動します（{ $place }）。
doctor-autostart-headless = 登録はなく、デスクトップもありません。
doctor-autostart-off = Homeport は自動で起動しません。
doctor-autostart-off-do = 設定でオンにするか、次を実行します: homeport service install
doctor-autostart-stale = { $place } は別のものを起動します: { $program }
doctor-autostart-stale-do = 設定でいったんオフにしてからオンにするか、次を実行します: homeport service install
## Lines of the history

journal-started = Homeport { $version } が起動しました。
journal-address-found = { $family } アドレス { $new } を見つけました。確認元：{ $names }。
journal-address-changed = 新しい { $family } アドレス { $new }、以前は { $old }。確認元：{ $names }。
journal-address-unknown = { $family } アドレスが不確かになりました。{ $why }
journal-sent = { $count ->
    [1] { $host } の { $addresses } を { $provider } に送りました。
    *[other] { $count } 件のホスト名の { $addresses } を { $provider } に送りました。
}
journal-answered-good = { $provider } が { $host } の更新を受理しました。
journal-answered-unchanged = { $provider } では { $host } はすでにこのアドレスでした。
journal-answered-bad-auth = { $provider } が { $host } のトークンを拒否しました{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-no-such-host = { $provider } のこのアカウントに { $host } はありません{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-not-entitled = { $provider } によると、このアカウントは { $host } を変更できません{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-blocked = { $provider } が { $host } をブロックしました{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-bad-request = { $provider } は { $host } の更新を受け付けませんでした{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-client-refused = { $provider } は { $host } についてこのプログラムを拒否しました{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-rate-limited = { $provider } は { $host } を待つよう求めています{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-server-trouble = { $provider } で { $host } について問題が起きました{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-answered-unknown = { $provider } が { $host } について理解できない答えを返しました{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
journal-uncertain = { $provider } での { $host } の更新を確認できませんでした：{ $message }。
journal-not-sent = { $host } について { $provider } に届きませんでした：{ $message }。
journal-trouble = { $code ->
    [settings-broken] 設定ファイルに誤りがあります：{ $message }。
    [store-broken] 保存データが壊れていました。{ $message } として残しています。
    [store-newer] 新しい Homeport が { $message } を書きました。触れずにおきます。
    *[disk-full] Homeport がデータを書き込めません：{ $message }。
}
journal-proved = { $seconds ->
    [0] { $host } のネームサーバーの答えは { $address } です。
    *[other] { $host } のネームサーバーの答えは { $address } です（更新の { $seconds } 秒後）。
}
journal-not-proved = { $count ->
    [0] { $host } のネームサーバーにはまだ { $expected } がありません。
    *[other] { $host } のネームサーバーの答えは { $expected } ではなく { $found } です。
}
journal-halted = 対応するまで { $provider } の更新は止まっています。
journal-halted-hostname = 対応するまで { $provider } の { $host } の更新は止まっています。
journal-standby-serves = { $host } は予備の { $provider } が更新しています。最初のアカウントが長く使えないためです。
journal-first-serves = { $provider } が { $host } の更新を再開しました。
journal-held-vpn = 保留：VPN（{ $name }）がオンです。
journal-held-away = 保留：自宅のネットワークではありません。
journal-released = 更新を続けます。
journal-paused = すべての更新を一時停止しました。
journal-paused-hostname = { $host } を一時停止しました。
journal-resumed = 更新を再開しました。
journal-resumed-hostname = { $host } を再開しました。
journal-settings = 設定を変更：{ $what }
journal-checked = 求めに応じて確認しました。
journal-notified = { $try ->
    [yes] Webhook { $server } がテストを受け取りました。
   *[no] Webhook { $server } に { $host } を知らせました。
}
journal-not-notified = { $try ->
    [yes] テストが Webhook { $server } に届きませんでした: { $message }
   *[no] Webhook { $server } に { $host } を知らせられませんでした: { $message }
}

## Results of `homeport try`, `homeport once` and the wizard's test

token-good = { $provider } はこのトークンを受け入れます。
token-good-for = このトークンは有効です。対象：{ $zones }{ $more ->
    [0] 。
   *[other] 、ほか { $more } 件。
}
token-refused = { $provider } はこのトークンを受け入れません{ $quoted ->
    [yes] ：{ $message }
   *[no] 。
}
token-not-entitled = { $provider } はこのトークンを知っていますが、権限が足りません{ $quoted ->
    [yes] ：{ $message }
   *[no] 。
}
token-later = 今は { $provider } に確認できません{ $quoted ->
    [yes] ：{ $message }
   *[no] 。
}
token-unknown = { $provider } の応答を理解できません{ $quoted ->
    [yes] ：{ $message }
   *[no] 。
}
try-good = { $host } を更新しました。
try-unchanged = { $host } はすでにこのアドレスでした。
try-bad-auth = プロバイダーがトークンを受け付けませんでした{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 新しく作って貼り付けてください。
try-no-such-host = このアカウントに { $host } はありません{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} プロバイダーで名前を確かめてください。
try-not-yours = { $host } は別のアカウントのものです{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 名前とアカウントを確かめてください。
try-not-entitled = このアカウントまたはトークンは { $host } を変更できません{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} プロバイダーで権限を加えてください。
try-blocked = プロバイダーが { $host } をブロックしました{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 先にそこで解除してください。
try-bad-request = プロバイダーが要求を受け付けませんでした{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 項目を確かめてください。
try-client-refused = プロバイダーがこのバージョンの Homeport を拒否しています{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} Homeport を更新してください。
try-rate-limited = プロバイダーが待つよう求めています{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 後でもう一度試してください。
try-server-trouble = プロバイダー側に問題があります{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 後でもう一度試してください。
try-unknown = プロバイダーが理解できない答えを返しました{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
try-uncertain = 更新を確認できませんでした{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
} 成功しているかもしれません。
try-not-sent = 何も変更していません{ $quoted ->
    [yes] ：{ $message }
    *[no] 。
}
once-would-send = 更新されます。
once-would-not-send = 何も送られません。

## Refused requests: what happened, what it means, what to do

refused-no-thread-happened = Homeport を起動できませんでした。
refused-no-thread-means = システムがスレッドを拒否しました。
refused-no-thread-do = ほかのプログラムを閉じて、Homeport を起動し直してください。
refused-unknown-hostname-happened = { $host } は設定にありません。
refused-unknown-hostname-means = 何も変更していません。
refused-unknown-hostname-do = 名前の一覧：homeport list
refused-bad-hostname-happened = 「{ $host }」はホスト名ではありません：{ $error }。
refused-bad-hostname-means = 何も変更していません。
refused-bad-hostname-do = home.example.org のように名前全体を書いてください。
refused-no-address-happened = { $host } のアドレスが分かりません。
refused-no-address-means = 何も送っていません。
refused-no-address-do = インターネット接続を確かめるか、アドレスを入力してください。
refused-no-secret-happened = { $host } の保存済みトークンを読めませんでした。
refused-no-secret-means = 何も送っていません。
refused-no-secret-do = キーチェーンのロックを解除するか、トークンを貼り直してください。
refused-hostname-twice-happened = { $host } はすでに設定にあります。
refused-hostname-twice-means = 1 つの名前は 1 つのアカウントが担当します。
refused-hostname-twice-do = 先に削除するか、別の名前を選んでください。
refused-no-family-happened = { $host } の IPv4 と IPv6 が両方オフです。
refused-no-family-means = 最新に保つものがなくなります。
refused-no-family-do = 少なくとも一方をオンにしてください。
refused-unknown-provider-happened = プロバイダー「{ $provider }」はありません。
refused-unknown-provider-means = 何も変更していません。
refused-unknown-provider-do = プロバイダーの一覧：homeport providers
refused-bad-account-happened = 「{ $account }」はアカウント名にできません。
refused-bad-account-means = キーチェーンのトークンの名前になります。
refused-bad-account-do = 英数字、「-」、「_」を 64 文字まで使えます。
refused-no-network-happened = どのネットワークか分かりません。
refused-no-network-means = 自宅のネットワークは追加していません。
refused-no-network-do = ネットワークにつなぎ、確認が終わるのを待ってから、もう一度試してください。
refused-autostart-managed-happened = Homeport はすでに systemd が起動しています。
refused-autostart-managed-means = 登録が二つあるとログインのたびにウィンドウが開くため、何も変更していません: { $reason }
refused-autostart-managed-do = オフにするには: systemctl --user disable homeport
refused-autostart-out-of-reach-happened = サービスは { $reason } を起動できません。
refused-autostart-out-of-reach-means = ホームフォルダーと一時フォルダーはサービスから見えません。何も変更していません。
refused-autostart-out-of-reach-do = プログラムを /usr/local/bin などのフォルダーに置きます。
refused-autostart-not-written-happened = ログイン時の起動を変更できませんでした: { $reason }
refused-autostart-not-written-means = 前のままです。
refused-autostart-not-written-do = 書き込める権限を確認し、もう一度試します。
refused-not-saved-happened = ファイルに書き込めませんでした: { $reason }
refused-not-saved-means = 何も保存されず、置き換えられてもいません。
refused-not-saved-do = まだ存在しないファイルを、書き込めるフォルダーに指定します。
refused-not-restored-happened = このコピーは使えません: { $error }
refused-not-restored-means = 設定は前のままです。
refused-not-restored-do = Homeport が保存したファイルを選び、ここに示した箇所を直します。
refused-webhook-url-happened = Webhook に使えるアドレスではありません。
refused-webhook-url-means = Webhook は前のままです。
refused-webhook-url-do = https:// で始まる完全なアドレスを書きます。http:// は、数字で書いた自分のネットワークのアドレスだけに使えます。
refused-webhook-body-happened = プレースホルダー「{ $found }」はありません。
refused-webhook-body-means = Webhook は前のままです。
refused-webhook-body-do = hostname、family、address、old を二重の波括弧で囲んで使います。
refused-webhook-test-happened = { $server } がテストを受け取りませんでした: { $reason }
refused-webhook-test-means = 変更も届きません。ホスト名の更新は続きます。
refused-webhook-test-do = アドレスと、そのサーバーが求める形式を確認します。
refused-bad-device-happened = 「{ $device }」はアドレスの末尾ではありません。
refused-bad-device-means = ほかの機器の AAAA レコードには、そのアドレスの後半が必要です。
refused-bad-device-do = ::1234 のように書くか、機器のハードウェアアドレスを書いてください。
refused-other-provider-happened = アカウント「{ $account }」は別のプロバイダーのものです。
refused-other-provider-means = 何も変更していません。
refused-other-provider-do = 新しいアカウントには別の名前を選んでください。
refused-unknown-account-happened = アカウント「{ $account }」はありません。
refused-unknown-account-means = 何も変更していません。
refused-unknown-account-do = アカウントの一覧：homeport list
refused-no-desktop-happened = 通知は表示されませんでした：Homeport はデスクトップなしで動作しています。
refused-no-desktop-means = 見る人がいません。
refused-no-desktop-do = デスクトップセッションで --no-tray なしで Homeport を起動してください。
refused-same-account-happened = 「{ $account }」はこのホスト名自身のアカウントです。
refused-same-account-means = 予備は、自身のアカウントが使えない間ホスト名を維持します。何も変更されていません。
refused-same-account-do = 別のアカウント（できれば別のプロバイダー）を指定してください。「homeport list」で一覧が見られます。
refused-settings-wrong-happened = 設定を変更しませんでした：{ $error }。
refused-settings-wrong-means = ファイルはそのままです。
refused-settings-wrong-do = ファイルを直してから、もう一度試してください。
refused-settings-not-written-happened = 設定を書き込めませんでした：{ $error }。
refused-settings-not-written-means = ファイルはそのままです。
refused-settings-not-written-do = ディスクとフォルダーを確かめて、もう一度試してください。
## Command line: mistakes and trouble, in three parts

command-unasked-happened = 動作中の Homeport に問い合わせられませんでした：{ $reason }。
command-unasked-means = 何も変更していません。
command-unasked-do = もう一度試してください。続くなら Homeport を終了し、homeport run で起動してください
command-unexpected-happened = 動作中の Homeport の答えが合いません。
command-unexpected-means = このコマンドとバージョンが違うのかもしれません。
command-unexpected-do = Homeport を終了し、homeport run で起動し直してください
command-unwritten-happened = 結果を書き込めませんでした：{ $reason }。
command-unwritten-means = コマンド自体は実行されました。
command-unwritten-do = 出力先の空きを作り、homeport status で確かめてください
command-usage-happened = { $reason }
command-usage-means = 何もしていません。
command-usage-do = 参照：{ $help }
command-stray = コマンドラインに余分な語があります。秘密の値かもしれないので表示しません。
command-no-home-happened = このシステムにはホームフォルダーの指定がありません。
command-no-home-means = 設定の場所が分かりません。
command-no-home-do = --config DIR でフォルダーを指定してください。
command-start-happened = Homeport を起動できませんでした：{ $reason }。
command-start-means = 今はどのホスト名も更新されません。
command-start-do = 原因を直して起動し直してください。詳しくは --log debug のログにあります。
command-second-happened = 別の Homeport が場所を占めていて、答えません：{ $reason }。
command-second-means = 2 つあると二重に送るため、こちらは終了します。
command-second-do = 先にもう一方を終了するか、--config DIR で専用のフォルダーを指定してください。
command-hostname-happened = { $hostname } はホスト名ではありません：{ $reason }。
command-hostname-means = 何も送信・変更していません。
command-hostname-do = home.example.org のように名前全体を書いてください。
command-provider-happened = プロバイダー { $provider } はありません。
command-provider-means = 何も送信・変更していません。
command-provider-do = 次から選んでください：homeport providers
command-field-form-happened = 項目に = がありません。
command-field-form-means = 秘密の値かもしれないので、ここには表示しません。
command-field-form-do = --field KEY=VALUE と書いてください。
command-field-unknown-happened = { $provider } にその名前の項目はありません。
command-field-unknown-means = 秘密の値かもしれないので、ここには表示しません。
command-field-unknown-do = 次から選んでください：{ $known }。
command-field-twice-happened = 項目 { $field } が 2 回指定されています。
command-field-twice-means = どちらが正しいか分かりません。
command-field-twice-do = どちらか一方を外してください。
command-secret-shown-happened = 秘密の値 { $label } がコマンドラインにあります。
command-secret-shown-means = このコンピューターのほかの人が読め、シェルにも残ります。何も送っていません。
command-secret-shown-do = --field { $field }=- と書いて入力するか、--field { $field }=@FILE としてください。他の人が見た可能性があれば新しく作ってください。
command-secret-unread-happened = { $file } から { $label } を読めませんでした：{ $reason }。
command-secret-unread-means = 何も送信・変更していません。
command-secret-unread-do = ファイルの名前と権限を確かめてください。
command-secret-empty-happened = { $label } が空です。
command-secret-empty-means = 何も送信・変更していません。
command-secret-empty-do = もう一度貼り付けてください。

## Command line: results

second-start = Homeport はすでに動いています。ウィンドウを開きます。
second-start-headless = Homeport はすでに動いています。
done-removed = { $hostname } の更新をやめました。DNS レコードはそのままです。
done-added = これから { $hostname } を最新に保ちます。
done-paused = 再開するまで、すべての更新を一時停止します。
done-paused-hour = すべての更新を 1 時間停止します。
done-paused-tomorrow = すべての更新を明日まで停止します。
done-paused-one = 再開するまで { $hostname } を一時停止します。
done-resumed = すべての更新を続けます。
done-resumed-one = { $hostname } を続けます。
service-on = Homeport は自動で起動します: { $place }
service-off = Homeport は自動で起動しません。
service-stale = { $place } は別のものを起動します: { $program }。このプログラムを起動するには: homeport service install
service-managed = systemd が { $program } を起動します: { $place }
report-written = 書き込みました: { $path }（{ $names }）。{ $hidden } 個の値を隠しています。渡す前に中身を確認してください。何も送信していません。
backup-written = 書き込みました: { $path }。秘密の値は含まれません。
backup-restored = 設定を復元しました。
backup-lacking = このコンピューターにトークンがないアカウント: { $accounts }。もう一度入力してください。
terminal-ago = { $span }前
terminal-in = { $span }後
terminal-seconds = { $count ->
    [0] 少し
    [1] 1 秒
    *[other] { $count } 秒
}
terminal-minutes = { $count } 分
terminal-hours = { $count } 時間
terminal-days = { $count } 日
terminal-checked = 確認：{ $when }。
terminal-not-checked = まだ確認していません。
terminal-next = 次の確認：{ $when }。
terminal-next-try = 次の試行 { $when }
terminal-standby = 予備：{ $words }
terminal-standby-from = 引き継ぎ { $when }
terminal-since = { $when }から
terminal-seen = { $when }に確認
terminal-paused = 一時停止中
terminal-practice = 練習サーバーに自分で聞いてみる：{ $command }
terminal-alone = Homeport は動いていません。homeport run で起動してください
terminal-no-tray = このデスクトップはトレイアイコンを表示しません。ウィンドウとこのコマンドですべて使えます。
terminal-no-history = まだ何も起きていません。
terminal-no-hostnames = ホスト名はまだありません。homeport add で最初のものを追加してください
terminal-dry-run = 何も送りません。実行すると次のようになります：
terminal-providers = 詳しくは homeport providers ID
terminal-unverified = このプロバイダーは自分のファイルのもので、誰も検証していません。
terminal-fields = 項目
terminal-field-secret = 秘密
terminal-field-optional = 省略可
terminal-access = アクセスの入手先
terminal-rights = 必要な権限
outcome-updated = 更新済み
outcome-would-update = 更新されます
outcome-unchanged = 最新
outcome-refused = 拒否
outcome-retry = 後で再試行
outcome-unknown = 確認できません
outcome-held = 保留
outcome-proved = ゾーンのネームサーバーで確かめました。
outcome-again = 今から { $span }は試しません。
check-pass = 合格
check-warn = 要確認
check-fail = 失敗
check-skipped = 省略
check-sum = { $passed } 件合格、{ $warned } 件要確認、{ $failed } 件失敗。

# Taking over the settings of another client. $word is that client's own word.
import-command-why = 「{ $word }」はプログラム（{ $program }）を起動します。Homeport は取り込んだファイルに書かれたプログラムを決して実行しません。
import-command-cure = そのアドレスがまだ必要なら、設定の addresses.command に自分で書いてください。
import-include-why = 別のファイルを読み込む指定があります（{ $program }）。そのファイルは開いていません。
import-include-cure = そのファイルも取り込んでください。
import-script-why = このエントリーはスクリプト（{ $program }）で更新されますが、スクリプトは実行しません。
import-script-cure = 「homeport providers」でプロバイダーを調べ、「homeport add」でホスト名を追加してください。
import-environment-why = 「{ $word }」の値は環境変数か別のファイルにあり、それは読み取っていません。
import-environment-cure = 「homeport add」でホスト名を追加してください。秘密の値はそのとき入力します。
import-disabled-why = このエントリーは元のクライアントでオフになっています。
import-disabled-cure = 元のクライアントでオンにして取り込み直すか、「homeport add」を使ってください。
import-no-name-why = このエントリーにはホスト名がありません。
import-no-name-cure = 「homeport add」でホスト名を追加してください。
import-bad-name-why = この行に、名前全体が書かれていないホスト名があります。
import-bad-name-cure = 名前全体で追加してください：homeport add home.example.org
import-whole-account-why = 「{ $word }」はアカウントかグループのすべての名前を表します。
import-whole-account-cure = Homeport は名前を 1 つずつ管理します。名前ごとに「homeport add」を使ってください。
import-no-provider-why = このエントリーにはプロバイダーの指定がありません。
import-no-provider-cure = 「homeport add」でホスト名を追加してください。
import-unknown-why = Homeport は「{ $name }」というプロバイダーを知りません。
import-unknown-cure = 「homeport providers」で調べるか、自分のプロバイダーファイルを書いて「homeport providers check」で確かめてください。
import-closed-why = { $name } はサービスを終了しました。{ $reason }
import-closed-cure = 別のプロバイダーを選んでください：homeport providers
import-own-server-why = 更新は独自のサーバー（{ $server }）に独自の形式で送られます。
import-own-server-cure = 自分のプロバイダーファイルを書いて「homeport providers check」で確かめてください。
import-missing-why = { $state ->
    [wrong] 「{ $label }」が、プロバイダーの発行するものの形をしていません。
    *[missing] プロバイダーには「{ $label }」が必要ですが、ファイルにありません。
}
import-missing-cure = 「homeport add」でホスト名を追加してください。
import-foreign-why = この名前は { $name } では管理できません。
import-foreign-cure = 名前とゾーンを確かめ、「homeport add」で追加してください。
import-twice-why = この名前が、別々のアカウントでファイルに 2 回あります。最初のものを使います。
import-twice-cure = 2 つ目が正しいのでなければ、何もする必要はありません。
import-kept-why = この名前はすでに Homeport が管理しています。
import-kept-cure = 何もする必要はありません。置き換えるなら先に削除してください：homeport remove
import-no-family-why = { $name } は、この名前に必要なレコードをどれも扱っていません。
import-no-family-cure = この名前には別のプロバイダーを選んでください：homeport providers
import-half-family-why = { $name } は、この名前の 2 つのレコードの一方だけを扱います。
import-half-family-cure = 何もする必要はありません。もう一方はそのままです。
import-option-why = 「{ $word }」には対応していません。
import-option-cure = プロバイダー側で設定してください。そこでの設定はそのまま残ります。
import-spaces-why = 「=」の前か後に空白があり、この行の意味がはっきりしません。
import-spaces-cure = 空白を取り除いて、取り込み直してください。
import-line-why = この行を理解できませんでした。
import-line-cure = 元のクライアントの説明書と比べてください。
import-fixed-why = 固定アドレスが設定されています（{ $word }）。Homeport はアドレスを自動で見つけます。
import-fixed-cure = 固定が必要なら、設定の addresses.ipv4 か addresses.ipv6 に書いてください。
import-plain-echo-why = アドレスサービス { $word } への問い合わせは暗号化されず、途中の誰でも答えを書き換えられます。
import-plain-echo-cure = 何もする必要はありません。Homeport には自前のサービスがあります。
import-page-echo-why = アドレスサービス { $word } がページを返すか、その URL にキーが含まれているかもしれません。
import-page-echo-cure = 何もする必要はありません。Homeport には自前のサービスがあります。
import-proxy-why = プロキシが設定されています。
import-proxy-cure = Homeport は環境変数から読み取ります：HTTPS_PROXY
import-notification-why = 「{ $word }」は、何かが起きたときにメッセージを送ります。
import-notification-cure = Homeport はデスクトップの通知と「homeport status」で知らせます。
import-too-many-why = ファイルのホスト名が { $most } 件を超えています。残りは取り込みません。
import-too-many-cure = ファイルを分けて、それぞれを取り込んでください。
import-interval-why = 確認の間隔が設定されています（「{ $word }」）。
import-interval-cure = Homeport は変化に自動で気付き、プロバイダーごとの更新間隔を守ります。
import-detection-why = アドレスの取得先が設定されています（「{ $word }」）。
import-detection-cure = Homeport はルーター、インターフェース、外部のサービスに自動で問い合わせます。
import-too-long-happened = ファイルが 1 MiB を超えています。
import-too-long-means = そのようなファイルを書くクライアントはありません。何も読み取っていません。
import-too-long-do = 正しいファイルか確かめてください。
import-empty-happened = ファイルの中身がありません。
import-empty-means = 何も取り込んでいません。
import-empty-do = 正しいファイルか確かめてください。
import-binary-happened = ファイルがテキストではありません。
import-binary-means = 何も取り込んでいません。
import-binary-do = アーカイブやプログラムではなく、設定ファイル自体を指定してください。
import-noip2-happened = これは noip2 の設定で、noip2 自身にしか読めません。
import-noip2-means = 何も取り込んでいません。
import-noip2-do = 「noip2 -S」でホスト名を確かめ、それぞれに「homeport add HOSTNAME --provider no-ip」を使ってください。
import-unrecognised-happened = どのクライアントの設定ファイルにも見えません。
import-unrecognised-means = 何も取り込んでいません。
import-unrecognised-do = どのクライアントのものかを --from で指定してください：{ $clients }。
import-syntax-happened = { $line } 行目を読めません：{ $problem }。
import-syntax-means = 元のクライアントもこのファイルを読めないはずです。何も取り込んでいません。
import-syntax-do = その行を直すか、どのクライアントのファイルかを --from で指定してください：{ $clients }。
import-head = { $client }：{ $count ->
    [0] 追加できるものはありません。
    *[other] { $count } 件のホスト名を追加できます。
}
import-secret = { $key }：非表示。{ $entry } としてキーチェーンに保存します
import-guessed = （推測です。確かめてください）
import-sources = さらに問い合わせるアドレスサービス
import-left-out = 取り込まないもの
import-not-run = 表示するだけで、実行しないもの
import-not-needed = 不要なもの
import-line-number = { $line } 行目
import-more = ほか { $count } 件
import-question = { $count ->
    [1] このホスト名を追加しますか？ [y/N]
    *[other] これら { $count } 件のホスト名を追加しますか？ [y/N]
}
import-not-added = 何も追加していません。追加するには：homeport import FILE --yes
import-added = { $count } 件のホスト名を追加しました。今すぐ { $client } を止めてください。1 つの名前に 2 つのクライアントがあると互いに妨げ合います。
terminal-hosts = 秘密の値の送り先：{ $hosts }
terminal-unverified-hosts = このプロバイダーは自分のファイルのもので、誰も検証していません。秘密の値の送り先：{ $hosts }
command-file-happened = { $file } を読めませんでした：{ $reason }。
command-file-means = 何もしていません。
command-file-do = パスとファイルの読み取り権限を確かめてください。
command-no-file-happened = { $file } はリンク、フォルダー、またはデバイスです。
command-no-file-means = 何も読み取っていません。
command-no-file-do = ファイル自体のパスを指定してください。
own-provider-happened = { $file }、{ $line } 行目、{ $field }：{ $problem }。
own-provider-means = このファイルは使えません。
own-provider-do = 直してから、もう一度確かめてください。
own-provider-examples = { $count ->
    [0] ファイルに例がありません。成功の答えと拒否の答えを少なくとも 1 つずつ追加してください。
    *[other] { $count } 件の例のうち { $right } 件が合っています。
}
own-provider-typed = サーバーはフォームに入力します。秘密の値はそこだけに送られます。
own-provider-next = 設定の隣の「providers」フォルダーにファイルを置き、Homeport を再起動すると使えます。
