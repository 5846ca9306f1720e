### Every text that a person can read. One id a line, grouped by where it is shown.
### Two short sentences at most, no "please", no blame, no exclamation marks; "we" is Homeport.


## Tray

tray-title = Homeport
tray-tooltip = Homeport: { $headline }
tray-address = { $family } { $address }
tray-address-copy = { $family } { $address } – copiar
tray-hostname = { $name } – { $words }
tray-more = e mais { $count }
tray-add = Adicionar um nome de host…
tray-check = Verificar e atualizar agora
tray-check-wait = Verificar e atualizar agora – acabou de ser feito
tray-checking = Verificando…
tray-pause = Pausa
tray-pause-hour = Por 1 hora
tray-pause-tomorrow = Até amanhã
tray-pause-resumed = Até eu retomar
tray-resume = Retomar atualizações
tray-open = Abrir o Homeport
tray-settings = Configurações
tray-diagnostics = Executar diagnóstico
tray-quit = Sair (as atualizações param)

## Notifications

notice-changed = { $addresses ->
    [one] Novo endereço { $address }
    *[other] Novos endereços { $address }
}
notice-changed-one = { $hostname } está em dia.
notice-changed-many = { $count } nomes de host atualizados.
notice-recovered = Tudo normal após { $span }
notice-recovered-one = { $hostname } está em dia de novo.
notice-minutes = { $count ->
    [one] 1 minuto
    *[other] { $count } minutos
}
notice-hours = { $count } horas
notice-first-close = O Homeport continua funcionando
notice-first-close-body = { $system ->
    [windows] A casa dele fica no canto inferior direito da tela, talvez atrás da seta. Se você sair por lá, as atualizações param.
    [macos] A casa dele fica na barra de menus. Se você sair por lá, as atualizações param.
    *[other] A casa dele fica na bandeja. Se você sair por lá, as atualizações param.
}
notice-trial = Um teste do Homeport
notice-trial-body = As notificações aparecem. Confirme na janela.
notice-problem = { $means } { $cure }
notice-summary = { $count ->
    [one] Mais 1 mensagem na última hora
    *[other] Mais { $count } mensagens na última hora
}
notice-summary-changes = { $count ->
    [one] O endereço mudou mais uma vez na última hora
    *[other] O endereço mudou mais { $count } vezes na última hora
}

## Settings file: what is wrong, and (-do) what to do. Shown as "settings.toml, line 3, FIELD: WHAT; CURE".

settings-not-toml = isto não é TOML: { $reason }
settings-not-toml-do = corrija esta linha; textos ficam entre aspas e cada [tabela] tem sua própria linha
settings-no-version = falta a versão do arquivo
settings-no-version-do = escreva version = 1 na primeira linha, ou volte para settings.toml.previous
settings-newer = o arquivo é da versão { $found }, e este Homeport lê até a versão 1
settings-newer-do = atualize o Homeport, ou volte para settings.toml.previous
settings-bad-version = não existe a versão { $found }
settings-bad-version-do = escreva version = 1
settings-type = o valor é do tipo errado
settings-type-do = precisa ser { $expected }
settings-missing = falta { $key }
settings-missing-do = adicione uma linha { $key } = "…"
settings-unknown-key = o Homeport não conhece { $key }
settings-unknown-key-do = escreva { $near }, ou remova a linha
settings-unknown-key-far = o Homeport não conhece { $key }
settings-unknown-key-far-do = remova a linha; conhecidos aqui: { $known }
settings-account-id = "{ $found }" não pode dar nome a uma conta
settings-account-id-do = use de 1 a 64 letras, dígitos, - e _
settings-account-twice = há outra conta com o identificador { $found }
settings-account-twice-do = dê a cada conta seu próprio identificador
settings-unknown-provider = o Homeport não conhece o provedor { $found }
settings-unknown-provider-do = escreva { $near }, ou procure com: homeport providers
settings-unknown-provider-far = o Homeport não conhece o provedor { $found }
settings-unknown-provider-far-do = procure com: homeport providers
settings-unknown-field = { $provider } não tem o campo { $key }
settings-unknown-field-do = escreva { $near }, ou remova a linha
settings-unknown-field-far = { $provider } não tem o campo { $key }
settings-unknown-field-far-do = remova a linha; conhecidos aqui: { $known }
settings-no-fields = { $provider } não tem o campo { $key }
settings-no-fields-do = remova a linha
settings-secret-field = { $key } é secreto, e segredos nunca ficam neste arquivo
settings-secret-field-do = remova a linha e informe o segredo de { $account } ao Homeport na janela; crie um novo se outros puderam ler este arquivo
settings-bad-field = { $reason }
settings-bad-field-do = compare com: homeport providers { $provider }
settings-lacking-field = { $provider } precisa do campo { $key }
settings-lacking-field-do = adicione { $key } = "…" abaixo de [account.fields]
settings-bad-hostname = { $reason }
settings-bad-hostname-do = escreva o nome inteiro, como home.example.org
settings-hostname-twice = { $found } está duas vezes no arquivo
settings-hostname-twice-do = remova um dos dois
settings-no-account = não existe a conta { $found }
settings-no-account-do = escreva { $near }, ou adicione uma [[account]] com este identificador
settings-no-account-far = não existe a conta { $found }
settings-no-account-far-do = adicione uma [[account]] com este identificador
settings-same-account = { $found } já mantém este nome de host
settings-same-account-do = indique outra conta, ou remova standby
settings-no-standby = fala de um reserva, e não há nenhum
settings-no-standby-do = adicione standby = "CONTA", ou remova isso
settings-standby-twice = { $found } já é mantido por outra entrada
settings-standby-twice-do = escreva um nome que nenhuma outra entrada tenha
settings-bad-span = "{ $found }" não é um prazo de 5 minutos a 7 dias
settings-bad-span-do = escreva um número e m, h ou d: "30m", "2h", "1d"
settings-bad-device = "{ $found }" não indica nenhum equipamento
settings-bad-device-do = escreva o fim do endereço ("::1234") ou o endereço MAC ("02:11:22:33:44:55")
settings-bad-address = "{ $found }" não é um endereço { $family }
settings-bad-address-do = escreva um endereço { $family }, ou remova a linha para que ele seja descoberto
settings-bad-command = falta o programa
settings-bad-command-do = escreva primeiro o caminho do programa e depois os argumentos
settings-bad-url = isto não é um endereço da web
settings-bad-url-do = escreva o endereço inteiro, como https://echo.example.org/
settings-url-secret = o endereço contém um nome ou uma senha, e segredos nunca ficam neste arquivo
settings-url-secret-do = use um serviço que não precise de nenhum
settings-proxy-secret = o endereço contém um nome ou uma senha, e segredos nunca ficam neste arquivo
settings-proxy-secret-do = use um proxy sem senha, ou defina HTTPS_PROXY
settings-bad-proxy = isto não é o endereço de um proxy
settings-bad-proxy-do = escreva http://host:porta
settings-bad-placeholder = não existe o marcador "{ $found }"
settings-bad-placeholder-do = use hostname, family, address e old, cada um entre chaves duplas
settings-plain-http = http:// pode ser lido por qualquer um no caminho, então serve só para este computador e esta rede
settings-plain-http-do = escreva https://
settings-bad-stun = isto não é um servidor STUN
settings-bad-stun-do = escreva o nome ou endereço e a porta, como stun.example.org:3478
settings-bad-dns = isto não é uma fonte DNS
settings-bad-dns-do = escreva NAME@SERVER:PORT, como myip.example.org@192.0.2.53:53
settings-bad-home = "{ $found }" não é uma rede
settings-bad-home-do = escreva o endereço MAC do roteador e a sub-rede, como "aa:bb:cc:dd:ee:ff/192.168.1.0/24"
settings-bad-nameserver = "{ $found }" não é o endereço de um servidor de nomes
settings-bad-nameserver-do = escreva o endereço e a porta, como "192.0.2.53:53"
settings-bad-choice = "{ $found }" não é uma das opções
settings-bad-choice-do = escolha entre: { $known }
## Headlines of the status page, the tray and `homeport status`

headline-ok = { $count ->
    [one] { $host } está em dia
    *[other] Todos os { $count } nomes de host estão em dia
}
headline-ok-detail = Comprovado nos servidores de nomes { $count ->
    [one] da zona.
    *[other] das zonas.
}
headline-practice-detail = Comprovado no servidor de treino deste computador.
headline-empty = Nenhum nome de host ainda
headline-empty-detail = Adicione o nome que deve levar à sua casa.
headline-looking = Procurando seu endereço…
headline-updating = Atualizando { $host }…
headline-working-detail = Isto leva um momento.
headline-paused = As atualizações estão pausadas
headline-paused-detail = Seu DNS fica como está até você retomar.
headline-paused-until-detail = Seu DNS fica como está. Continuamos sozinhos.
headline-offline = Aguardando a internet
headline-offline-detail = Seu DNS fica como estava. Continuamos quando a conexão voltar.

## Address cards

address-agreed = { $here ->
    [yes] { $count ->
        [0] endereço próprio deste computador
        [one] este computador e { $names }
        *[other] este computador e { $count } serviços concordam
    }
    *[no] { $count ->
        [one] { $names }
        *[other] { $count } serviços concordam
    }
}
address-absent = Esta rede não tem um endereço assim.
address-own-only = Sem internet: o endereço próprio deste computador.
verdict-direct = Direto
verdict-behind-nat = Atrás de um roteador
verdict-cgnat = Compartilhado
verdict-not-here = Aqui não
verdict-unknown = Incerto
verdict-own-only = Só aqui
why-not-yet-asked = Ainda não perguntado.
why-no-route = Não há saída para a internet.
why-no-answer = Nenhum serviço respondeu.
why-no-dns = Nenhum nome pôde ser consultado.
why-one-witness = Só um serviço respondeu: { $address }.
why-disagree = Os serviços dão endereços diferentes: { $addresses }.
why-captive-portal = A rede respondeu com uma página da web.
why-shared = { $address } é compartilhado pelo seu provedor de internet.
why-not-public = { $address } não pode ser alcançado de fora.
why-no-lasting-address = Só há endereços de curta duração.
why-not-pinned = Não há endereço duradouro com o final escolhido.

## What each source said, and what was made of it

source-believed = Deu { $address }, como combinado.
source-outvoted = Deu { $address }; outros concordaram com outro endereço.
source-disputed = Deu { $address }; não houve acordo.
source-alone = Deu { $address }, e ninguém mais.
source-not-public = Deu { $address }, que não é um endereço público.
source-sign = Deu { $address }, só como indício.
source-no-answer = Não respondeu.
source-no-dns = O nome não pôde ser resolvido.
source-tls = O certificado foi recusado: { $reason }.
source-not-an-address = Respondeu algo que não é um endereço.
source-other-family = Respondeu com um endereço do outro tipo.
source-status = Respondeu com o status { $reason }.
source-none = Não tem esse endereço.

## How a change behind the router is noticed

lookout-tells = O roteador { $router } informa { $external }, por { $names }.
lookout-behind = O roteador { $router } informa { $external }, e a internet vê outro endereço: há mais uma tradução (NAT) no caminho.
lookout-nameless = O roteador { $router } não informa nenhum endereço público: há mais uma tradução (NAT) no caminho.
lookout-pulses = O roteador não informa nada, então um servidor STUN é consultado de vez em quando.
lookout-silent = O roteador { $router } não informa nada.
lookout-direct = Aqui nenhuma mudança fica escondida atrás de um roteador.

## Rows of hostnames

row-ok = Em dia
row-paused = Pausado
row-held = Em espera
row-sending = Atualizando
row-accepted = Aceito, em breve no DNS
row-unsure = Não confirmado
row-offline = Aguardando a internet
row-waiting = Aguardando um endereço
row-nothing = Nenhum endereço aqui
row-attention = Veja aqui
row-auth-rejected = Token recusado
row-auth-scope = Falta uma permissão
row-host-not-found = Desconhecido pelo provedor
row-not-yours = Pertence a outra pessoa
row-blocked = Bloqueado pelo provedor
row-client-refused = O Homeport foi recusado
row-bad-request = Não aceito
row-rate-limited = Pedidos demais, aguardando
row-provider-down = O provedor não responde
row-provider-unknown = Resposta não entendida
row-not-in-dns = Não está no DNS
row-foreign-change = Mudado por outro
row-keychain-locked = O chaveiro está bloqueado
row-keychain-absent = Sem chaveiro
row-keychain-denied = O chaveiro negou acesso
row-secret-missing = Falta o token
row-tls-trust = Conexão não confiável
row-no-dns = Sem DNS
row-standby = Mantido pelo reserva
standby-ready = Pronto

## Chips: the state of one record

chip-verified = comprovado
chip-accepted = em breve no DNS
chip-proxied = atrás do proxy do provedor
chip-sending = atualizando
chip-holding = em espera
chip-unsure = não confirmado
chip-wrong = errado
chip-offline = sem internet
chip-off = desligado
chip-not-here = aqui não

## Buttons of problems

button-check-now = Verificar agora
button-try-again = Tentar de novo
button-replace-secret = Trocar token
button-open-provider = Abrir { $provider }
button-edit-hostname = Editar nome de host
button-run-diagnostics = Executar diagnóstico
button-resume = Retomar
button-this-is-home = Aqui também é minha casa
button-open-token-page = Abrir a página do token
button-take-over = Assumir
button-leave-alone = Deixar com o outro
button-open-sign-in = Abrir a página de login
button-use-vpn = Usar o endereço da VPN
button-choose-sources = Fontes do endereço
button-unlock = Desbloquear
button-keep-in-memory = Manter na memória até sair
button-ipv6-only = Usar só IPv6
button-ipv6-off = Desligar IPv6
button-how-known = Como sabemos
button-update-here = Atualizar uma vez
button-who-else = Quem mais atualiza isto?
button-details = Detalhes
button-show-zones = Ver meus domínios

## Problems: what happened, what it means, what to do

fault-offline-happened = Este computador está sem conexão com a internet.
fault-offline-means = Nada pode ser verificado ou atualizado. Seu DNS fica como estava.
fault-offline-do = Continuamos sozinhos quando ela voltar.
fault-no-dns-happened = Nomes não podem ser consultados.
fault-no-dns-means = Há conexão, mas o DNS dela não responde. Seu DNS fica como estava.
fault-no-dns-do = Tentamos de novo sozinhos. Se durar, reinicie o roteador.
fault-captive-happened = A rede respondeu com uma página da web em vez do seu endereço.
fault-captive-means = Provavelmente é um Wi-Fi com página de login. Nada foi mudado.
fault-captive-do = Entre no Wi-Fi e verifique de novo.
fault-tls-trust-happened = A conexão segura com { $provider } não pôde ser verificada.
fault-tls-trust-means = Um filtro lê o tráfego, ou o relógio deste computador está errado. Nenhum token foi enviado.
fault-tls-trust-do = Confira o relógio e permita o Homeport no filtro.
fault-vpn-active-happened = Há uma VPN ({ $name }) ligada.
fault-vpn-active-means = Seu endereço visível é da VPN, não da sua casa. As atualizações aguardam.
fault-vpn-active-do = { $why ->
    [cannot-bind] Este sistema não consegue olhar ao lado de uma VPN. Desligue-a, ou escolha vpn = "hold" ou "through".
    [no-way-beside] Não há saída ao lado da VPN. Conecte-se à sua rede, ou desligue a VPN.
   *[held] Desligue-a, use o endereço dela, ou faça-nos olhar ao lado (vpn nas configurações).
}
fault-not-home-happened = { $why ->
    [not-told] Não dá para saber qual rede é esta.
   *[away] Fora de casa: { $name } não é uma das suas redes de casa.
}
fault-not-home-means = Atualizar agora faria seus nomes apontarem para cá. As atualizações aguardam.
fault-not-home-do = Nada, a menos que aqui também seja sua casa: então adicione às redes de casa.
fault-ip-disagree-happened = Os serviços dão endereços diferentes ({ $addresses }).
fault-ip-disagree-means = Não temos certeza de qual é o seu, então o DNS não foi tocado.
fault-ip-disagree-do = Costuma se resolver em minutos. Se não, desligue proxies e VPNs.
fault-one-witness-happened = Só um serviço dá seu endereço ({ $address }).
fault-one-witness-means = Um endereço novo só é publicado quando dois concordam. O DNS não foi tocado.
fault-one-witness-do = Nada. Perguntamos de novo sozinhos.
fault-cgnat-happened = { $why ->
    [double] Seu roteador está atrás de outro roteador.
   *[carrier] Seu provedor de internet compartilha um endereço IPv4 entre muitos clientes.
}
fault-cgnat-means = { $known ->
    [router] { $address } não pode ser alcançado de fora por IPv4.
    [world] Seu roteador não dá nenhum endereço público, o mundo vê { $seen }. O registro é mantido, mas conexões de fora não chegam por IPv4.
   *[both] Seu roteador tem { $address }, o mundo vê { $seen }. O registro é mantido, mas conexões de fora não chegam por IPv4.
}
fault-cgnat-do = { $why ->
    [double] Ponha o primeiro roteador em modo bridge, redirecione as portas nos dois, ou use IPv6.
   *[carrier] Use IPv6 se tiver, ou peça ao seu provedor de internet um endereço IPv4 público.
}
fault-ipv6-none-happened = Nenhum endereço IPv6 duradouro foi encontrado.
fault-ipv6-none-means = Só há endereços de curta duração, ou nenhum. O registro AAAA ficou como estava.
fault-ipv6-none-do = Desligue o IPv6 para o nome de host se esta rede não tiver.
fault-keychain-locked-happened = O chaveiro está bloqueado.
fault-keychain-locked-means = O token de { $host } está seguro lá dentro, mas não podemos lê-lo. As atualizações aguardam.
fault-keychain-locked-do = Desbloqueie-o. Tentamos de novo sozinhos.
fault-keychain-absent-happened = Nenhum chaveiro foi encontrado.
fault-keychain-absent-means = O token de { $host } não pode ser lido, e nunca guardamos tokens em arquivo.
fault-keychain-absent-do = Instale ou inicie o gnome-keyring ou o KWallet. Em um servidor, use as credenciais do systemd.
fault-keychain-denied-happened = O chaveiro negou o acesso.
fault-keychain-denied-means = O token de { $host } não pode ser lido. As atualizações aguardam.
fault-keychain-denied-do = Permita o Homeport no chaveiro e tente de novo.
fault-secret-missing-happened = O token de { $host } não está mais no chaveiro.
fault-secret-missing-means = Outro programa o apagou. As atualizações desta conta aguardam.
fault-secret-missing-do = Cole o token de novo.
fault-auth-rejected-happened = { $provider } não aceitou o token de { $host }.
fault-auth-rejected-means = Ele foi digitado errado, apagado ou expirou. Paramos de tentar para que você não seja bloqueado.
fault-auth-rejected-do = Crie um token novo e cole-o.
fault-auth-scope-happened = O token não pode mudar { $host } em { $provider }.
fault-auth-scope-means = Falta uma permissão ou um recurso pago. Paramos de tentar.
fault-auth-scope-do = Adicione a permissão em { $provider } e tente de novo; o token continua o mesmo.
fault-host-not-found-happened = { $provider } não tem o nome { $host } nesta conta.
fault-host-not-found-means = Ele foi apagado, expirou ou se escreve diferente lá. Paramos de tentar.
fault-host-not-found-do = Confira em { $provider } e tente de novo.
fault-not-yours-happened = { $host } não pertence a esta conta em { $provider }.
fault-not-yours-means = Só o dono pode mudá-lo. Paramos de tentar.
fault-not-yours-do = Confira a conta e o nome e tente de novo.
fault-blocked-happened = { $provider } bloqueou { $host }.
fault-blocked-means = Chegaram atualizações demais, talvez de outro programa ou roteador. Paramos de tentar.
fault-blocked-do = Desbloqueie primeiro em { $provider } e tente de novo.
fault-client-refused-happened = { $provider } recusa esta versão do Homeport.
fault-client-refused-means = Insistir poderia bloquear você, então paramos.
fault-client-refused-do = Atualize o Homeport e tente de novo.
fault-bad-request-happened = { $provider } não aceitou a atualização de { $host }.
fault-bad-request-means = Uma configuração não serve. Repetir o mesmo não ajudaria, então paramos.
fault-bad-request-do = Confira as configurações do nome de host e tente de novo.
fault-rate-limited-happened = { $provider } pede que esperemos antes de atualizar { $host }.
fault-rate-limited-means = Chegaram atualizações demais por ora. Seu endereço antigo fica no DNS até lá.
fault-rate-limited-do = Nada. Esperamos o tempo pedido e continuamos sozinhos.
fault-provider-down-happened = { $provider } não responde para { $host }.
fault-provider-down-means = O problema é do lado deles; sua internet funciona. O endereço antigo fica no DNS.
fault-provider-down-do = Nada. Tentamos de novo sozinhos.
fault-provider-unknown-happened = { $provider } respondeu algo que não entendemos para { $host }.
fault-provider-unknown-means = Não contamos isso como sucesso. A próxima tentativa vem mais tarde, para que você não seja bloqueado.
fault-provider-unknown-do = Veja a resposta em Atividade: talvez ela diga o que está errado. Corrija e tente de novo.
fault-uncertain-happened = Não conseguimos confirmar a atualização de { $host }.
fault-uncertain-means = A resposta de { $provider } se perdeu. A atualização pode ter dado certo; o DNS dirá.
fault-uncertain-do = Nada. Perguntamos aos servidores de nomes.
fault-not-in-dns-happened = { $host } não está no DNS como { $provider } aceitou.
fault-not-in-dns-means = Os servidores de nomes dizem { $found } em vez de { $expected }.
fault-not-in-dns-do = Provedores podem levar alguns minutos. Se durar, veja o registro em { $provider }.
fault-foreign-change-happened = { $host } foi mudado para { $found } por outra coisa.
fault-foreign-change-means = Outro atualizador, muitas vezes o roteador, também cuida deste nome. Não mexemos nele.
fault-foreign-change-do = Desligue um dos dois, ou assuma para pôr { $expected }.
fault-settings-broken-happened = O arquivo de configurações tem um erro.
fault-settings-broken-means = { $message }. As últimas configurações boas continuam valendo.
fault-settings-broken-do = Corrija o arquivo e salve-o.
fault-store-broken-happened = { $newer ->
    [yes] Um Homeport mais novo gravou os dados.
    *[no] Dados guardados estavam danificados.
}
fault-store-broken-means = { $newer ->
    [yes] { $file } não é tocado, e este Homeport guarda seus dados ao lado. Nada mudou no DNS.
    *[no] Foram postos de lado como { $file }, e nada mudou no DNS.
}
fault-store-broken-do = { $newer ->
    [yes] Instale de novo o Homeport mais novo, ou continue com este.
    *[no] Nada, a menos que se repita: então verifique o disco.
}
fault-disk-full-happened = O Homeport não consegue gravar seus dados.
fault-disk-full-means = O motivo: { $message }. As atualizações continuam na memória.
fault-disk-full-do = Libere espaço no disco. Tentamos de novo sozinhos.
fault-watcher-down-happened = As mudanças da rede não nos são avisadas.
fault-watcher-down-means = O sistema diz: { $message }. Uma mudança é vista em um minuto em vez de na hora.
fault-watcher-down-do = Nada. Reiniciamos o observador sozinhos.


## The state and the settings on the disk. The first group stands behind "cannot be written: ".

store-full = o disco está cheio
store-read-only = o disco é somente leitura
store-denied = o sistema nega acesso à pasta
store-busy = outro programa usa o arquivo
store-damaged = o arquivo está danificado
store-refused = o sistema diz: { $reason }

store-settings-gone = settings.toml sumiu; coloque-o de volta, ou use settings.toml.previous
store-settings-folder = settings.toml é uma pasta; tire-a daí
store-settings-link = settings.toml é um link simbólico, e quem é dono do destino poderia mudá-lo; ponha aí o próprio arquivo
store-settings-owner = settings.toml é de outro usuário; torne-o seu, ou troque-o por uma cópia
store-settings-special = settings.toml não é um arquivo de configurações; tire-o daí
store-settings-unreadable = settings.toml não pode ser lido: { $reason }
settings-not-text = o arquivo não é texto em UTF-8
settings-not-text-do = salve-o em UTF-8, ou volte para settings.toml.previous

## Window
window-name = Homeport
window-pages = Páginas
window-page-status = Estado
window-page-activity = Atividade
window-page-network = Rede
window-page-settings = Configurações
window-page-help = Ajuda
window-problems = { $count ->
    [one] 1 problema
    *[other] { $count } problemas
}
window-close = Fechar
window-cancel = Cancelar
window-more-for = Mais sobre { $hostname }
window-copied = Copiado
window-copy-failed = Este sistema não nos deixou copiar.
window-reason-happened = O Homeport não respondeu.
window-reason-means = Talvez esteja reiniciando; nada foi mudado.
window-reason-do = Tente de novo em um momento.
window-starting = Iniciando o Homeport…
window-starting-detail = Leva um segundo. Seus nomes ficam como estão.
window-failed = O Homeport não pôde ser iniciado
window-failed-do = Reinstale o Homeport, ou inicie-o em um terminal com “homeport run” para ver por quê.
window-failed-again = Tentar de novo
window-ended = O Homeport encerrou; esperamos que volte. O que você vê é de { $time }.
window-stopped = O Homeport parou. Seus nomes não são mantidos em dia.
window-stopped-start = Iniciar o Homeport

window-check-now = Verificar agora
window-checking = Verificando…
window-check-again-in = De novo em { $seconds } s
window-pause = Pausar atualizações
window-pause-hour = Por 1 hora
window-pause-tomorrow = Até amanhã
window-pause-resumed = Até eu retomar
window-resume = Retomar atualizações
window-addresses = Seus endereços
window-copy-address = Copiar endereço { $family }
window-no-address = sem endereço
window-seen = visto { $ago }
window-hostnames = Nomes de host
window-add = Adicionar nome de host
window-since = desde { $time }
window-next-try = próxima tentativa { $time }
window-no-tray = Esta área de trabalho não mostra ícones de bandeja. O Homeport continua; abra esta janela pelos seus aplicativos.

window-row-try-again = Tentar de novo
window-row-update = Atualizar agora
window-row-pause = Pausar
window-row-resume = Retomar
window-row-remove = Remover…
window-remove-title = Remover { $hostname } do Homeport?
window-remove-text = O Homeport deixa de atualizá-lo. O registro DNS em si fica como está.
window-remove = Remover
window-update-here-title = Apontar seus nomes de host para esta rede?
window-update-here-text = Eles levam para cá, e não para casa, até este computador voltar a uma rede de casa. Na próxima rede de fora, o Homeport espera de novo.
window-update-here-confirm = Atualizar aqui
window-zones-title = Seus domínios
window-zones-text = O token vê estes domínios. { $host } precisa estar em um deles.
window-zones-none = O token funciona, mas nenhum domínio é informado para ele.

window-problem-try = próxima tentativa { $time }
window-problem-open = Ver o que fazer: { $problem }

window-practice-title = Pergunte você mesmo ao servidor de treino
window-practice-text = Ele funciona dentro deste computador enquanto { $hostname } estiver aqui. Cole isto em um terminal:
window-copy-command = Copiar comando

window-empty-title = Duas maneiras de começar
window-empty-add = Adicionar seu primeiro nome de host
window-empty-add-text = Um nome em um provedor como deSEC, No-IP ou Duck DNS, grátis ou pago.
window-empty-practice = Experimentar sem conta
window-empty-practice-text = Um provedor de treino dentro deste computador. Nada sai dele.
window-import-card = Vir de outro cliente
window-import-card-text = Trazer o que ddclient, inadyn, ddns-go, No-IP ou um roteador mantém em dia.
window-import-title = Trazer de outro cliente
window-import-text = Escolha o arquivo de configurações dele. Nada é adicionado antes de você ver o quê.
window-import-choose = Escolher arquivo…
window-import-client = De quem é o arquivo
window-import-recognise = Reconhecido sozinho
window-import-found = Neste arquivo de { $client }: { $count ->
    [0] nada que possa ser trazido
    [one] um nome de host
   *[other] { $count } nomes de host
}
window-import-added = { $count ->
    [one] Um nome de host foi adicionado
   *[other] { $count } nomes de host foram adicionados
}
window-import-left-out = Não trazido
window-import-not-run = Listado, e nunca executado
window-import-not-needed = Não necessário
window-import-guessed = (deduzido: confira)
window-import-secret = { $key }: oculto, vai para o chaveiro
window-import-line = Linha { $line }:
window-import-more = e mais { $count }
window-import-nothing-yet = Nada foi adicionado ainda.
window-import-add = { $count ->
    [one] Adicionar este nome de host
   *[other] Adicionar { $count } nomes de host
}

window-activity-detail = Guardado por { $days } dias neste computador. Segredos nunca são escritos aqui.
window-activity-show = Mostrar
window-activity-all = Tudo
window-activity-changes = Mudanças
window-activity-problems = Problemas
window-activity-today = Hoje, { $date }
window-activity-yesterday = Ontem, { $date }
window-activity-folded = { $count ->
    [one] Verificado, sem mudança
    *[other] Verificado { $count } vezes, sem mudança
}
window-activity-older = Mostrar mais antigas
window-activity-none = Nada aconteceu ainda
window-activity-none-text = Cada mudança e cada problema será uma linha aqui.
window-activity-none-kind = Nada deste tipo
window-weight-routine = Rotina
window-weight-change = Mudança
window-weight-warning = Veja aqui
window-weight-failure = Problema

window-network-detail = O que há entre este computador e seus nomes, verificado passo a passo.
window-network-run = Verificar tudo
window-network-running = Verificando…
window-network-waiting = As verificações perguntam à rede; isto leva alguns segundos.
window-network-checks = Verificações
window-notification-test = Enviar um teste
window-notification-asked = Apareceu uma notificação?
window-notification-yes = Apareceu
window-notification-no = Não apareceu nada
window-network-sum = { $passed } certas, { $look } a ver
window-network-sum-skipped = { $passed } certas, { $look } a ver, { $skipped } puladas
window-check-pass = Certo
window-check-warn = Veja aqui
window-check-fail = Falhou
window-check-skipped = Pulado

window-settings-detail = Cada mudança vale na hora.
window-settings-accounts = Contas
window-settings-no-account = Nenhuma conta ainda
window-settings-no-account-text = O assistente cria uma com seu primeiro nome de host.
window-settings-account = { $count ->
    [one] { $account } · 1 nome de host
    *[other] { $account } · { $count } nomes de host
}
window-settings-places = Onde ficam as coisas
window-settings-file = Configurações
window-settings-state = Histórico e estado
window-settings-secrets = Tokens e senhas
window-settings-keychain = { $system ->
    [windows] No Gerenciador de Credenciais do Windows, nunca em arquivo.
    [macos] No seu chaveiro do macOS, nunca em arquivo.
    *[other] No chaveiro da sua área de trabalho, nunca em arquivo.
}
window-settings-copy-path = Copiar o caminho: { $what }
window-settings-version = Versão
window-settings-theme = Cores
window-settings-tray = Bandeja
window-autostart = Iniciar ao entrar na sessão
window-autostart-on = A entrada está lá: { $place }
window-autostart-off = Nada é atualizado até você abrir o Homeport.
window-autostart-stale = A entrada inicia outra coisa: { $program }. Ative para corrigir.
window-autostart-managed = O systemd o inicia. Para desativar: systemctl --user disable homeport
window-autostart-hidden = Sem janela
window-autostart-hidden-text = Só aparece a casa na bandeja.
window-tray-shown = A casa está na sua bandeja.
window-tray-none = O Homeport funciona sem ícone de bandeja.

window-way-title = O caminho do seu endereço
window-way-computer = Este computador
window-way-router = Roteador
window-way-tunnel = VPN
window-way-internet = Internet
window-way-dns = Servidores DNS
window-way-world = Mundo
window-way-no-route = sem saída
window-way-accepted = aceito { $time }
window-way-servers = { $right } de { $count } { $count ->
    [one] servidor
   *[other] servidores
}
window-way-soon = em breve
window-way-old = endereço antigo
window-way-seen = também o vê
window-way-left = faltam { $seconds } s
window-way-caches-until = Até lá, os caches podem mostrar o valor antigo.
window-way-cut = O caminho está interrompido antes desta estação.
window-way-hold = As atualizações aguardam antes desta estação.
window-way-is-ok = Em ordem.
window-way-is-waiting = A caminho.
window-way-is-old = Tem o valor antigo.
window-way-is-unsure = Veja aqui.
window-way-is-none = Sem uso.
window-way-clear = O caminho de casa está livre
window-way-moving = O novo endereço está a caminho
window-way-doubtful = Veja aqui: { $station }
window-way-ends-at = O caminho termina em: { $station }
window-way-held-at = Em espera antes de: { $station }
window-way-about = Para { $hostname }, verificado { $ago }.
window-way-which = Nome de host

window-host-where = Onde está a mudança agora
window-host-record = Registro
window-host-servers = O que diz cada servidor de nomes
window-server-name = Servidor de nomes
window-server-answer = Resposta
window-server-silent = Sem resposta: { $why }
window-server-empty = sem endereço
window-server-right = Certo:
window-server-wrong = Diferente:
window-host-kept = O que é mantido em dia
window-host-ttl = { $word }; os caches guardam por { $seconds } s
window-host-access = Acesso
window-host-remove = Remover do Homeport
window-host-remove-text = O registro DNS em si fica como está.
window-standby-title = Reserva
window-standby-text = Mantém o nome enquanto { $provider } não consegue, e a partir daí fica em dia.
window-standby-serves = mantém agora
window-standby-since = mantém desde { $time }
window-standby-from = mantém a partir de { $time }
window-standby-waits = não é preciso agora
window-standby-row = reserva { $provider }
window-standby-row-from = { $provider } a partir de { $time }
window-standby-row-fault = reserva { $provider }: { $words }
window-row-open = Detalhes

window-time-title = Seu endereço ao longo do tempo
window-time-held = Quanto tempo durou cada endereço
window-time-family = Endereço
window-time-range = Período
window-time-days = { $days } dias
window-time-none = Nada para desenhar ainda. A primeira mudança do seu endereço estará aqui.
window-time-sum = Desenho: { $addresses ->
    [one] 1 endereço
    *[other] { $addresses } endereços
}, { $outages ->
    [0] nenhuma interrupção
    [one] 1 interrupção
    *[other] { $outages } interrupções
} em { $days } dias
window-time-today = hoje
window-time-now = { $span } até agora
window-time-all = Mostrar todos ({ $count })

window-activity-lines = O que aconteceu
window-activity-hostname = Nome de host
window-activity-every = Todos os nomes de host
window-activity-sent = { $count ->
    [0] O Homeport não enviou nenhuma atualização de { $host } nas últimas 24 horas.
    [one] O Homeport enviou uma atualização de { $host } nas últimas 24 horas.
   *[other] O Homeport enviou { $count } atualizações de { $host } nas últimas 24 horas.
} Qualquer outra mudança veio de outro lugar: de outro programa, de um roteador ou da página do provedor.
window-activity-search = Buscar
window-activity-copy = Copiar estas linhas
window-activity-when = quando
window-activity-request = enviado
window-activity-answer = resposta
window-activity-details = Detalhes
window-activity-hidden = Os segredos estão ocultos.
window-report = Relatório
window-report-text = Isto é tudo. Nada é enviado: salve ou copie e entregue a quem quiser.
window-report-hide = Ocultar nomes e endereços
window-report-hide-text = Viram host-1 e address-1. Segredos nunca estão aqui.
window-report-copy = Copiar o relatório
window-report-save = Salvar como arquivo
window-report-making = As verificações estão em andamento; leva alguns segundos.
window-saved = Salvo: { $path }
window-report-title = Relatório para o suporte
window-network-copy = Copiar os resultados

window-settings-sections = Seções
window-settings-general = Geral
window-settings-notifications = Notificações
window-settings-network = Casa e VPN
window-settings-sources = Seu endereço
window-settings-advanced = Avançado
window-icon-title = Ícone da bandeja
window-icon-monochrome = Uma cor
window-icon-color = Colorido
window-log-title = Registro
window-log-text = Quanto vai para a saída de erros ou o diário do sistema. --log prevalece.
window-proxy-title = Proxy para provedores
window-proxy-text = http://host:porta, sem senha. Vazio: o que o sistema disser.
window-proxy-echo = Perguntar o endereço por ele também
window-proxy-echo-text = Os serviços veem então o endereço do proxy, raramente o da sua casa.
window-stun-metered = STUN em conexão limitada
window-stun-metered-text = 48 bytes por pergunta, no máximo uma a cada 30 segundos.
window-nameservers-title = Servidores de nomes próprios
window-nameservers-text = Consultados para a prova no lugar dos da zona. Um endereço por linha, com a porta se não for 53. Vazio: os da zona.
window-nameservers-wrong = A linha { $line } não é um endereço: { $text }
window-apply = Aplicar
window-webhook-title = Webhook
window-webhook-text = Para cada mudança comprovada no DNS, este servidor recebe uma mensagem, uma vez.
window-webhook-set = Vai para { $server }
window-webhook-url = Endereço
window-webhook-url-text = https://… Pode ser um segredo, por isso não é mostrado de novo. Vazio: o que está definido.
window-webhook-method = Método
window-webhook-body = Texto
window-webhook-body-text = Marcadores: { $names }. Vazio: todos como JSON.
window-webhook-test = Enviar um teste
window-webhook-tested = O servidor aceitou.
window-settings-language = Idioma
window-language-system = Sistema ({ $language })
window-theme-system = Sistema
window-theme-light = Claro
window-theme-dark = Escuro
window-notify-title = Avisar-me
window-notify-all = Tudo
window-notify-needs-me = O que precisa de mim
window-notify-none = Nada
window-notify-all-text = Endereços novos e o que precisa de você. No máximo três por hora.
window-notify-needs-me-text = Só aquilo em que você precisa agir.
window-notify-none-text = A bandeja e esta janela continuam mostrando cada problema.
window-vpn-title = Enquanto uma VPN estiver ligada
window-vpn-hold = Esperar
window-vpn-through = Usá-la
window-vpn-physical = Contorná-la
window-vpn-hold-text = Seus nomes continuam apontando para casa; as atualizações aguardam.
window-vpn-through-text = Seus nomes apontam para o endereço da VPN.
window-vpn-physical-text = Perguntamos pela sua própria linha, onde o sistema permite.
window-home-title = Redes de casa
window-home-some = As atualizações acontecem só nestas redes.
window-home-none = As atualizações acontecem em todas as redes.
window-home-remove = Remover { $network }
window-home-here = Esta rede
window-home-here-text = Você está em { $network }.
window-home-add = Adicionar às redes de casa
window-source-router = Roteador
window-source-router-text = Perguntado primeiro, só nesta rede.
window-source-stun = Servidores STUN
window-source-stun-text = Como as chamadas de vídeo os usam.
window-source-http = Serviços da web
window-source-http-text = Vários, e nunca dois do mesmo operador para uma resposta.
window-source-dns = Serviços DNS
window-source-dns-text = Servidores de nomes que respondem quem pergunta.
window-source-interface = Este computador
window-source-interface-text = Endereços que estão neste próprio computador.
window-settings-backup = Backup
window-settings-backup-text = Uma cópia de todas as configurações, para este computador ou outro. Segredos e webhook não estão nela.
window-backup-save = Salvar uma cópia
window-backup-restore = Restaurar uma cópia
window-backup-lacking = Restaurado. Ainda sem token aqui para: { $accounts }
window-settings-quit = Enquanto o Homeport não funciona, nada é atualizado. Remover o Homeport deixa seu DNS como está.
window-undo = Desfazer
window-undo-text = Mudado: { $what }

window-replace = Trocar token
window-replace-title = Novo acesso para { $provider }
window-replace-text = Substitui o guardado de { $account }. As atualizações seguem na hora.
window-replace-until-quit = Não há chaveiro aqui. O que você digitar fica na memória até o Homeport terminar, e nunca é gravado em um arquivo.
window-replace-save = Salvar
window-replace-none = { $provider } não precisa de segredo.

window-help-title = Teclas
window-help-pages = Estado, Atividade, Rede, Configurações
window-help-add = Adicionar um nome de host
window-help-check = Verificar agora
window-help-settings = Configurações
window-help-back = Voltar, ou fechar
window-help-this = Esta lista

window-field-show = Mostrar { $field }
window-field-hide = Ocultar { $field }
window-field-optional = opcional
window-field-missing = { $field } é necessário.
window-field-pattern = Isto não serve para “{ $field }”. Copie tudo, e nada mais.
window-field-pattern-example = Isto não serve para “{ $field }”. É parecido com { $example }.
window-file-choose = Escolher arquivo…
window-file-taken = O texto do arquivo está no campo.
window-file-too-long-happened = Este arquivo é mais longo do que qualquer chave.
window-file-too-long-means = Ele tem mais de 64 KiB. Nada dele foi usado.
window-file-too-long-do = Escolha o arquivo que o provedor criou para você.
window-file-not-text-happened = Este arquivo não é texto.
window-file-not-text-means = Um arquivo de chave é texto em UTF-8. Nada dele foi usado.
window-file-not-text-do = Escolha o arquivo como foi baixado, ou cole o texto dele.
window-file-not-read-happened = Não foi possível ler este arquivo.
window-file-not-read-means = O sistema disse: { $reason }.
window-file-not-read-do = Verifique se você pode abri-lo, ou cole o texto dele.
window-hostname-missing = Digite o nome que deve levar à sua casa.
window-hostname-wrong = Isto não é um nome de host. É parecido com home.example.org.
window-family-missing = Ligue pelo menos um dos dois.

window-wizard-step = { $name } · passo { $number } de { $of }
window-wizard-close = Fechar e guardar rascunho
window-wizard-back = Voltar
window-wizard-continue = Continuar
window-wizard-provider = Provedor
window-wizard-access = Acesso
window-wizard-hostname = Nome de host
window-wizard-test = Teste
window-wizard-done = Pronto

window-provider-title = Qual nome deve levar à sua casa?
window-provider-text = Digite o que você já tem e descobrimos quem cuida dele, ou procure um provedor.
window-provider-search = Nome de host ou provedor
window-provider-example = home.example.org
window-provider-found = { $provider } cuida de { $hostname }
window-provider-looking = Descobrindo quem cuida de { $hostname }…
window-provider-not-found = Não reconhecemos quem cuida de { $hostname }. Escolha o provedor abaixo.
window-provider-list = Provedores
window-provider-no-match = Nenhum provedor tem “{ $text }” no nome.
window-provider-choose = Escolha primeiro um provedor.
window-provider-unverified = seu próprio arquivo

window-preflight = Antes de começar
window-preflight-address = { $family }: { $verdict }

window-access-title = Dê ao Homeport uma chave de { $provider }
window-access-text = Ela pode mudar os registros DNS que você indicar, nada mais.
window-access-text-plain = O que { $provider } pede antes de mudar um registro.
window-access-none = { $provider } não precisa de nada de você aqui.
window-access-open = Abrir { $provider }
window-access-rights = Dê estas permissões, nenhuma a mais:
window-access-which = Qual conta
window-access-saved = Guardada: { $account }
window-access-new = Outra conta
window-access-saved-text = O acesso guardado é usado de novo. Nada a digitar.
window-access-kept = { $system ->
    [windows] Guardado no Gerenciador de Credenciais do Windows. O Homeport nunca o grava em arquivo nem o mostra de novo.
    [macos] Guardado no seu chaveiro do macOS. O Homeport nunca o grava em arquivo nem o mostra de novo.
    *[other] Guardado no chaveiro da sua área de trabalho. O Homeport nunca o grava em arquivo nem o mostra de novo.
}
window-token-checking = Verificando o token…
window-token-go-on = Você pode continuar: o teste no fim mostra se funciona.
window-token-needs = Ele precisa de:

window-name-title = Qual nome, e para onde deve apontar?
window-name-text = Só os registros que você ligar são tocados; todo o resto da zona fica.
window-name-label = Nome de host
window-name-below = Nome
window-name-zone = Zona
window-name-zone-typed = Digitar o nome inteiro
window-name-zone-help = Será mantido: { $hostname }. Escreva @ para a própria zona.
window-name-zone-empty = Escreva @ para a própria zona.
window-name-ipv4 = IPv4
window-name-ipv6 = IPv6
window-name-record-a = registro A
window-name-record-aaaa = registro AAAA
window-name-will-be = Será { $address }
window-name-own = Será o endereço próprio deste computador
window-name-unknown = Ainda não se sabe; definido assim que se souber
window-name-not-here = Não há aqui endereço duradouro deste tipo. O registro fica como está.
window-name-create = Criar registros que faltam
window-name-create-text = Sem isto, o Homeport só muda registros que existem.
window-name-only-here = Só nesta rede
window-name-only-here-text = Em outro lugar, num café ou hotel, as atualizações aguardam, para que seu nome nunca aponte para lá.

window-test-title = Atualize uma vez e observe
window-test-text = É para valer. Você vê cada passo, e nada fica escondido se um falhar.
window-test-start = Atualizar e verificar
window-test-again = Tentar de novo
window-test-again-in = De novo em { $seconds } s
window-test-sent = Enviado a { $provider }
window-test-accepted = { $provider } aceitou
window-test-unchanged = { $provider } já tem este endereço
window-test-reads-back = Os servidores de nomes o têm
window-test-proxied = { $provider } fica na frente com o seu proxy
window-test-visible = Visível no mundo
window-test-visible-caches = os caches podem levar mais alguns minutos
window-test-visible-later = leva até alguns minutos; você pode seguir
window-test-seconds = { $seconds } s
window-test-fix-access = Mudar acesso
window-test-fix-hostname = Mudar nome de host
window-test-anyway = Adicionar mesmo assim
window-test-anyway-text = O Homeport continua tentando sozinho.
window-test-keep = Manter em dia
window-test-adding = Adicionando…

window-done-title = { $hostname } leva para casa
window-done-adding = { $hostname } está em boas mãos
window-done-text = O Homeport mantém assim. Você pode fechar esta janela.
window-done-text-tray = O Homeport fica na bandeja e mantém assim. Você pode fechar esta janela.
window-done-where = { $system ->
    [windows] Você o encontra no canto inferior direito da tela, talvez atrás da seta.
    [macos] Você o encontra na barra de menus.
    *[other] Você o encontra na bandeja.
}
window-done-another = Adicionar outro
window-done-kept = O acesso fica guardado para o próximo nome em { $provider }.
window-done = Pronto


## Provider forms

form-refused = { $problem }.
form-refused-means = Nada foi enviado nem guardado.
form-refused-cure = Corrija o campo marcado e tente de novo.
recognised-by-suffix = Nomes abaixo de { $suffix } pertencem a ele.
recognised-by-nameserver = A zona é servida por { $server }.

## Secrets that could not be stored

vault-locked-happened = O chaveiro está bloqueado.
vault-locked-means = O segredo não foi guardado.
vault-locked-do = Desbloqueie o chaveiro e tente de novo.
vault-absent-happened = Não há chaveiro aqui.
vault-absent-means = O segredo não foi guardado; não guardamos segredos em nenhum outro lugar.
vault-absent-do = Instale ou inicie o gnome-keyring ou o KWallet, ou use as credenciais do systemd em um servidor.
vault-denied-happened = O sistema negou acesso ao chaveiro.
vault-denied-means = O segredo não foi guardado.
vault-denied-do = Permita o Homeport nas configurações do chaveiro e tente de novo.
vault-too-long-happened = O segredo é longo demais.
vault-too-long-means = O chaveiro deste sistema aceita no máximo { $limit } caracteres.
vault-too-long-do = Confira se só o segredo foi colado.
vault-read-only-happened = Os segredos desta conta vêm das credenciais do systemd.
vault-read-only-means = Podemos lê-los, não mudá-los.
vault-read-only-do = Mude a credencial na unidade do serviço e reinicie o serviço.
vault-not-kept-happened = O chaveiro não guardou o segredo.
vault-not-kept-means = Outro valor voltou quando o lemos de novo.
vault-not-kept-do = Veja se outro programa muda a entrada e tente de novo.

## Doctor: the title of each check, what was found, and (-do) what to do

doctor-settings = Arquivo de configurações
doctor-settings-right = Está certo e indica { $count ->
    [1] 1 nome de host
    *[other] { $count } nomes de host
}.
doctor-settings-empty = Não indica nenhum nome de host.
doctor-settings-empty-do = Adicione um nome de host na janela, ou com: homeport add.
doctor-settings-wrong = { $message }
doctor-settings-wrong-do = Corrija a linha, ou volte para settings.toml.previous. Até lá valem as últimas configurações boas.
doctor-notification = Notificações
doctor-notification-untried = Só você pode dizer se uma aparece.
doctor-notification-seen = O teste apareceu.
doctor-notification-unseen = O teste não apareceu.
doctor-notification-unseen-do = { $system ->
    [windows] Permita o Homeport em Configurações, Sistema, Notificações, e desative “Não incomodar”.
    [macos] Permita o Homeport em Ajustes do Sistema, Notificações, e desative o Foco.
   *[other] Desative “Não perturbe” e permita o Homeport nas configurações de notificação do ambiente.
}
doctor-webview = O que desenha a janela
doctor-webview-right = Versão { $version }.
doctor-webview-silent = Não informa a versão.
doctor-webview-old = A versão { $version } é antiga: as páginas podem ficar erradas.
doctor-webview-old-do = Atualize o sistema. Seus nomes de host continuam em dia mesmo assim.
doctor-state = Estado guardado
doctor-state-right = { $path } pode ser gravado.
doctor-state-wrong = { $path } não pode ser gravado: { $reason }.
doctor-state-wrong-do = Libere espaço no disco, ou torne a pasta sua. Continuamos na memória e tentamos de novo sozinhos.
doctor-credentials = Pasta de credenciais
doctor-credentials-right = { $path } contém { $count ->
    [1] 1 segredo
    *[other] { $count } segredos
}.
doctor-credentials-empty = { $path } está vazia.
doctor-credentials-empty-do = Indique cada segredo na unidade do serviço: LoadCredential=ACCOUNT.FIELD:/path.
doctor-credentials-unreadable = { $path } não pode ser lida.
doctor-credentials-unreadable-do = Inicie o Homeport pela unidade do systemd, que torna esta pasta legível.
doctor-keychain = Chaveiro
doctor-keychain-ready = Está lá e desbloqueado.
doctor-keychain-locked = Está bloqueado; os segredos estão seguros nele.
doctor-keychain-locked-do = Desbloqueie-o. Então continuamos sozinhos.
doctor-keychain-absent = Não há nenhum.
doctor-keychain-absent-do = Instale ou inicie o gnome-keyring ou o KWallet, ou use as credenciais do systemd em um servidor.
doctor-keychain-denied = O sistema nega acesso a ele.
doctor-keychain-denied-do = Permita o Homeport nas configurações do chaveiro.
doctor-secrets = Segredos de { $account }
doctor-secrets-ready = Podem ser lidos.
doctor-secrets-missing = Falta pelo menos um.
doctor-secrets-missing-do = Digite-o de novo na janela.
doctor-secrets-locked = O chaveiro está bloqueado.
doctor-secrets-locked-do = Desbloqueie o chaveiro. Então continuamos sozinhos.
doctor-secrets-absent = Não há chaveiro de onde lê-los.
doctor-secrets-absent-do = Instale ou inicie o gnome-keyring ou o KWallet, ou use as credenciais do systemd em um servidor.
doctor-secrets-denied = O sistema nega acesso a eles.
doctor-secrets-denied-do = Permita o Homeport nas configurações do chaveiro.
doctor-route = Saída { $family }
doctor-route-gateway = Por { $interface } até { $gateway }.
doctor-route-direct = Por { $interface }.
doctor-route-tunnel = Por { $interface }, que é uma VPN.
doctor-route-tunnel-do = Desligue a VPN, ou escolha nas configurações o que vale enquanto ela estiver ligada (vpn).
doctor-route-none = Não há rota padrão.
doctor-route-none-do = Conecte este computador à rede. Sem { $family } em casa, desligue esse registro.
doctor-route-unwanted = Não há, e nenhum nome de host precisa de { $family }.
doctor-ipv6 = Endereço IPv6 duradouro
doctor-ipv6-lasting = { $address }
doctor-ipv6-passing = Só há endereços que mudam sozinhos.
doctor-ipv6-passing-do = Ligue um endereço IPv6 estável nas configurações de rede deste computador.
doctor-ipv6-none = Este computador não tem endereço IPv6 público.
doctor-ipv6-none-do = Ligue o IPv6 no roteador, ou desligue o registro AAAA.
doctor-ipv6-unwanted = Nenhum nome de host precisa de um.
doctor-watcher = Observação da rede
doctor-watcher-running = As mudanças são vistas na hora.
doctor-watcher-down = { $message }
doctor-watcher-down-do = Olhamos a cada minuto em vez disso. Reinicie o Homeport se isto durar.
doctor-router = Roteador
doctor-router-tells = { $words }
doctor-router-behind = { $words }
doctor-router-behind-do = Peça ao seu provedor de internet um endereço IPv4 só seu, ponha o primeiro roteador em modo bridge, ou use IPv6.
doctor-router-pulses = { $words }
doctor-router-silent = { $words }
doctor-router-silent-do = Ligue o UPnP ou o NAT-PMP no roteador, para que as mudanças sejam vistas na hora.
doctor-router-direct = { $words }
doctor-sources = Endereço { $family } público
doctor-sources-agree = { $address }: { $why }
doctor-sources-own = { $address } é o endereço próprio deste computador.
doctor-sources-own-do = O mundo talvez não o alcance. Confira a conexão com a internet.
doctor-sources-unknown = { $why }
doctor-sources-unknown-do = Os registros ficam como estão. Confira a conexão com a internet e verifique de novo.
doctor-sources-early = A primeira verificação ainda não terminou.
doctor-sources-unwanted = Nenhum nome de host precisa dele.
doctor-route-beside = { $family } é procurado ao lado da VPN, por { $interface }.
doctor-network = Rede
doctor-network-home = { $network } é uma rede de casa.
doctor-network-everywhere = As atualizações acontecem em qualquer rede.
doctor-network-away = Fora de casa: { $network } não é uma das suas redes de casa.
doctor-network-away-do = Nada, a menos que aqui também seja sua casa: então adicione às redes de casa.
doctor-network-unknown = Não dá para saber qual rede é esta.
doctor-network-unknown-do = Verifique a conexão com o roteador. As atualizações esperam até a rede ser conhecida.
doctor-power = Energia e custo
doctor-power-plugged = Fora da bateria e sem limite conhecido: ritmo completo.
doctor-power-battery = Na bateria: as perguntas são mais raras.
doctor-power-metered = Conexão limitada: servidores STUN não são consultados.
doctor-power-both = Na bateria e limitada: perguntas mais raras, e sem servidores STUN.
doctor-source = { $source } ({ $family })
doctor-source-heard = { $words } Confiabilidade: { $health } de 100.
doctor-source-doubted = { $words } Confiabilidade: { $health } de 100.
doctor-source-doubted-do = Nada: as outras são levadas em conta. Uma fonte que continua errada fica de lado por uma hora.
doctor-dropped = Respostas defeituosas
doctor-dropped-none = Nenhuma chegou.
doctor-dropped-some = Descartadas: { $kinds }.
doctor-clock = Relógio
doctor-clock-right = Os certificados são válidos por ele.
doctor-clock-wrong = A data deste computador está errada.
doctor-clock-wrong-do = Acerte data e hora, de preferência pela internet. Até lá as conexões seguras falham.
doctor-clock-unknown = Nenhuma conexão segura pôde mostrar isso.
doctor-proxy = Proxy
doctor-proxy-none = Nenhum está definido.
doctor-proxy-set = Os pedidos aos provedores usam { $proxies }.
doctor-provider = Conexão com { $provider }
doctor-provider-reached = { $host } responde com um certificado válido.
doctor-provider-proxy = Não tentado, pois os pedidos passam por um proxy.
doctor-provider-unreached = { $message }.
doctor-provider-unreached-do = Confira a conexão com a internet e o firewall. O provedor também pode ter problemas.
doctor-provider-untrusted = { $message }.
doctor-provider-untrusted-do = Nada secreto foi enviado. Confira o relógio; um filtro ou rede de empresa também pode ser a causa (SSL_CERT_FILE).
doctor-dns = { $hostname }, { $record }
doctor-dns-proved = Os servidores de nomes da zona têm { $address }.
doctor-dns-accepted = O provedor aceitou { $address }; os servidores de nomes ainda não o mostram.
doctor-dns-accepted-do = Espere alguns minutos. Olhamos de novo sozinhos.
doctor-dns-unsure = { $word }
doctor-dns-unsure-do = Não conseguimos confirmar e olhamos de novo sozinhos.
doctor-dns-wrong = { $word }
doctor-dns-wrong-do = Veja este nome de host na janela; ela diz o que fazer.
doctor-dns-held = Nada é esperado agora: { $word }
doctor-standby = { $hostname }, { $record }, reserva em { $provider }
doctor-standby-ready = Não é necessário agora e não publicou nada.
doctor-ttl = { $hostname }, TTL
doctor-ttl-long = Após uma mudança, outros podem manter o endereço antigo por { $count } minutos.
doctor-ttl-long-do = Reduza o TTL do registro em { $provider }, se for possível.
doctor-ttl-lower = Após uma mudança, outros podem manter o endereço antigo por { $count } minutos.
doctor-ttl-lower-do = Reduza-o em { $provider }, ou escreva lower_ttl = true neste nome de host em settings.toml: o Homeport põe { $seconds } segundos na próxima mudança.
doctor-ttl-soon = Outros podem manter o endereço antigo por { $count } minutos. Na próxima mudança serão { $seconds } segundos.
doctor-tray = Ícone da bandeja
doctor-tray-shown = Está visível.
doctor-tray-no-host = Esta área de trabalho não mostra ícones de bandeja.
doctor-tray-no-host-do = No GNOME, ligue a extensão AppIndicator. O Homeport funciona sem o ícone.
doctor-tray-none = Não há área de trabalho aqui.
doctor-autostart = Início ao entrar na sessão
doctor-autostart-on = { $place } inicia este programa.
doctor-autostart-managed = O systemd inicia { $program } ({ $place }).
doctor-autostart-headless = Não há entrada, nem ambiente gráfico aqui.
doctor-autostart-off = O Homeport não inicia sozinho.
doctor-autostart-off-do = Ative nas configurações, ou com: homeport service install
doctor-autostart-stale = { $place } inicia outra coisa: { $program }
doctor-autostart-stale-do = Desative e ative de novo nas configurações, ou execute: homeport service install
## Lines of the history

journal-started = Homeport { $version } iniciou.
journal-address-found = Endereço { $family } { $new } encontrado. Visto por { $names }.
journal-address-changed = Novo endereço { $family } { $new }, antes { $old }. Visto por { $names }.
journal-address-unknown = O endereço { $family } não é mais certo. { $why }
journal-sent = { $count ->
    [one] { $addresses } enviado para { $host } a { $provider }.
    *[other] { $addresses } enviado para { $count } nomes de host a { $provider }.
}
journal-answered-good = { $provider } aceitou a atualização de { $host }.
journal-answered-unchanged = { $provider } já tinha este endereço para { $host }.
journal-answered-bad-auth = { $provider } recusou o token de { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-no-such-host = { $provider } não tem { $host } nesta conta{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-not-entitled = { $provider } diz que esta conta não pode mudar { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-blocked = { $provider } bloqueou { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-bad-request = { $provider } não aceitou a atualização de { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-client-refused = { $provider } recusou este programa para { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-rate-limited = { $provider } pede que esperemos com { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-server-trouble = { $provider } teve problemas com { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-answered-unknown = { $provider } respondeu algo que não entendemos para { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
}
journal-uncertain = A atualização de { $host } em { $provider } não pôde ser confirmada: { $message }.
journal-not-sent = { $provider } não foi alcançado para { $host }: { $message }.
journal-trouble = { $code ->
    [settings-broken] O arquivo de configurações tem um erro: { $message }.
    [store-broken] Dados guardados estavam danificados; o arquivo fica guardado como { $message }.
    [store-newer] Um Homeport mais novo gravou { $message }; ele não é tocado.
    *[disk-full] O Homeport não consegue gravar seus dados: { $message }.
}
journal-proved = { $seconds ->
    [0] Os servidores de nomes de { $host } dizem { $address }.
    *[other] Os servidores de nomes de { $host } dizem { $address }, { $seconds } s após a atualização.
}
journal-not-proved = { $count ->
    [0] Os servidores de nomes de { $host } ainda não têm { $expected }.
    *[other] Os servidores de nomes de { $host } dizem { $found } em vez de { $expected }.
}
journal-halted = As atualizações em { $provider } pararam até você agir.
journal-halted-hostname = As atualizações de { $host } em { $provider } pararam até você agir.
journal-standby-serves = { $host } agora é mantido pelo reserva { $provider }: a primeira conta está fora há tempo demais.
journal-first-serves = { $provider } voltou a manter { $host }.
journal-held-vpn = Em espera: há uma VPN ({ $name }) ligada.
journal-held-away = Em espera: esta não é uma rede de casa.
journal-released = As atualizações continuam.
journal-paused = Você pausou todas as atualizações.
journal-paused-hostname = Você pausou { $host }.
journal-resumed = As atualizações foram retomadas.
journal-resumed-hostname = Você retomou { $host }.
journal-settings = Configurações mudadas: { $what }
journal-checked = Verificado, como você pediu.
journal-notified = { $try ->
    [yes] O webhook { $server } aceitou um teste.
   *[no] O webhook { $server } foi avisado de { $host }.
}
journal-not-notified = { $try ->
    [yes] Um teste não chegou ao webhook { $server }: { $message }
   *[no] Não foi possível avisar o webhook { $server } de { $host }: { $message }
}

## Results of `homeport try`, `homeport once` and the wizard's test

token-good = { $provider } aceita o token.
token-good-for = O token funciona para: { $zones }{ $more ->
    [0] .
   *[other] {" "}e mais { $more }.
}
token-refused = { $provider } não aceita o token{ $quoted ->
    [yes] : { $message }
   *[no] .
}
token-not-entitled = { $provider } conhece o token, mas falta a ele uma permissão{ $quoted ->
    [yes] : { $message }
   *[no] .
}
token-later = Não foi possível perguntar agora a { $provider }{ $quoted ->
    [yes] : { $message }
   *[no] .
}
token-unknown = { $provider } respondeu algo que não entendemos{ $quoted ->
    [yes] : { $message }
   *[no] .
}
try-good = { $host } foi atualizado.
try-unchanged = { $host } já tinha este endereço.
try-bad-auth = O provedor não aceitou o token{ $quoted ->
    [yes] : { $message }
    *[no] .
} Crie um novo e cole-o.
try-no-such-host = Esta conta não tem { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
} Confira o nome no provedor.
try-not-yours = { $host } pertence a outra conta{ $quoted ->
    [yes] : { $message }
    *[no] .
} Confira o nome e a conta.
try-not-entitled = Esta conta ou token não pode mudar { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
} Adicione a permissão no provedor.
try-blocked = O provedor bloqueou { $host }{ $quoted ->
    [yes] : { $message }
    *[no] .
} Desbloqueie lá primeiro.
try-bad-request = O provedor não aceitou o pedido{ $quoted ->
    [yes] : { $message }
    *[no] .
} Confira os campos.
try-client-refused = O provedor recusa esta versão do Homeport{ $quoted ->
    [yes] : { $message }
    *[no] .
} Atualize o Homeport.
try-rate-limited = O provedor pede para esperar{ $quoted ->
    [yes] : { $message }
    *[no] .
} Tente de novo mais tarde.
try-server-trouble = O provedor tem problemas próprios{ $quoted ->
    [yes] : { $message }
    *[no] .
} Tente de novo mais tarde.
try-unknown = O provedor respondeu algo que não entendemos{ $quoted ->
    [yes] : { $message }
    *[no] .
}
try-uncertain = Não conseguimos confirmar a atualização{ $quoted ->
    [yes] : { $message }
    *[no] .
} Pode ter dado certo.
try-not-sent = Nada foi mudado{ $quoted ->
    [yes] : { $message }
    *[no] .
}
once-would-send = Seria atualizado.
once-would-not-send = Nada seria enviado.

## Refused requests: what happened, what it means, what to do

refused-no-thread-happened = O Homeport não pôde iniciar.
refused-no-thread-means = O sistema negou uma thread.
refused-no-thread-do = Feche outros programas e inicie o Homeport de novo.
refused-unknown-hostname-happened = { $host } não está nas configurações.
refused-unknown-hostname-means = Nada foi mudado.
refused-unknown-hostname-do = Veja os nomes com: homeport list
refused-bad-hostname-happened = “{ $host }” não é um nome de host: { $error }.
refused-bad-hostname-means = Nada foi mudado.
refused-bad-hostname-do = Escreva o nome inteiro, como home.example.org.
refused-no-address-happened = Nenhum endereço é conhecido para { $host }.
refused-no-address-means = Nada foi enviado.
refused-no-address-do = Confira a conexão com a internet, ou digite um endereço.
refused-no-secret-happened = O token guardado de { $host } não pôde ser lido.
refused-no-secret-means = Nada foi enviado.
refused-no-secret-do = Desbloqueie o chaveiro, ou cole o token de novo.
refused-hostname-twice-happened = { $host } já está nas configurações.
refused-hostname-twice-means = Um nome é mantido por uma só conta.
refused-hostname-twice-do = Remova-o primeiro, ou escolha outro nome.
refused-no-family-happened = IPv4 e IPv6 estão desligados para { $host }.
refused-no-family-means = Não haveria nada para manter em dia.
refused-no-family-do = Ligue pelo menos um deles.
refused-unknown-provider-happened = Não existe o provedor “{ $provider }”.
refused-unknown-provider-means = Nada foi mudado.
refused-unknown-provider-do = Veja os provedores com: homeport providers
refused-bad-account-happened = “{ $account }” não pode ser o nome de uma conta.
refused-bad-account-means = Ele dá nome ao token no chaveiro.
refused-bad-account-do = Use letras, dígitos, “-” e “_”, no máximo 64.
refused-no-network-happened = Não dá para saber qual rede é esta.
refused-no-network-means = Nenhuma rede de casa foi adicionada.
refused-no-network-do = Conecte-se à rede, espere uma verificação e tente de novo.
refused-autostart-managed-happened = O systemd já inicia o Homeport.
refused-autostart-managed-means = Duas entradas abririam a janela a cada sessão; nada foi alterado: { $reason }
refused-autostart-managed-do = Para desativar: systemctl --user disable homeport
refused-autostart-out-of-reach-happened = O serviço não consegue iniciar { $reason }.
refused-autostart-out-of-reach-means = Ele não vê pastas pessoais nem temporárias. Nada foi alterado.
refused-autostart-out-of-reach-do = Coloque o programa em uma pasta como /usr/local/bin.
refused-autostart-not-written-happened = Não foi possível alterar o início da sessão: { $reason }
refused-autostart-not-written-means = Continua como antes.
refused-autostart-not-written-do = Verifique quem pode gravar ali e tente de novo.
refused-not-saved-happened = Não foi possível gravar o arquivo: { $reason }
refused-not-saved-means = Nada foi salvo nem substituído.
refused-not-saved-do = Escolha um arquivo que ainda não existe, em uma pasta onde você possa gravar.
refused-not-restored-happened = A cópia não pode ser usada: { $error }
refused-not-restored-means = Suas configurações continuam como antes.
refused-not-restored-do = Escolha um arquivo salvo pelo Homeport e corrija o que está indicado aqui.
refused-webhook-url-happened = Este não é um endereço possível para um webhook.
refused-webhook-url-means = O webhook continua como antes.
refused-webhook-url-do = Escreva o endereço inteiro com https://. http:// é só para um endereço da sua rede, em números.
refused-webhook-body-happened = Não existe o marcador “{ $found }”.
refused-webhook-body-means = O webhook continua como antes.
refused-webhook-body-do = Use hostname, family, address e old, cada um entre chaves duplas.
refused-webhook-test-happened = { $server } não aceitou o teste: { $reason }
refused-webhook-test-means = Também não saberia de uma mudança. Seus nomes de host são atualizados mesmo assim.
refused-webhook-test-do = Verifique o endereço e o que esse servidor espera.
refused-bad-device-happened = “{ $device }” não é um final de endereço.
refused-bad-device-means = O registro AAAA de outra máquina precisa da segunda metade do endereço dela.
refused-bad-device-do = Escreva como ::1234, ou o endereço físico da máquina.
refused-other-provider-happened = A conta “{ $account }” é de outro provedor.
refused-other-provider-means = Nada foi mudado.
refused-other-provider-do = Escolha outro nome para a conta nova.
refused-unknown-account-happened = Não existe a conta “{ $account }”.
refused-unknown-account-means = Nada foi mudado.
refused-unknown-account-do = Veja as contas com: homeport list
refused-no-desktop-happened = Nenhuma notificação foi mostrada: o Homeport roda sem área de trabalho.
refused-no-desktop-means = Ninguém a veria.
refused-no-desktop-do = Inicie o Homeport na sua sessão de desktop, sem --no-tray.
refused-same-account-happened = “{ $account }” já é a conta deste nome de host.
refused-same-account-means = O reserva mantém um nome de host enquanto a própria conta não consegue. Nada foi alterado.
refused-same-account-do = Indique outra conta, de preferência em outro provedor; “homeport list” mostra todas.
refused-settings-wrong-happened = As configurações não foram mudadas: { $error }.
refused-settings-wrong-means = O arquivo fica como está.
refused-settings-wrong-do = Corrija o arquivo e tente de novo.
refused-settings-not-written-happened = As configurações não puderam ser gravadas: { $error }.
refused-settings-not-written-means = O arquivo fica como está.
refused-settings-not-written-do = Confira o disco e a pasta e tente de novo.
## Command line: mistakes and trouble, in three parts

command-unasked-happened = O Homeport em execução não pôde ser consultado: { $reason }.
command-unasked-means = Nada foi mudado.
command-unasked-do = Tente de novo. Se continuar, encerre o Homeport e inicie-o com: homeport run
command-unexpected-happened = O Homeport em execução deu uma resposta que não serve.
command-unexpected-means = Ele pode ser de outra versão que este comando.
command-unexpected-do = Encerre o Homeport e inicie-o de novo com: homeport run
command-unwritten-happened = O resultado não pôde ser gravado: { $reason }.
command-unwritten-means = O comando em si foi executado.
command-unwritten-do = Libere espaço no destino da saída, e pergunte com: homeport status
command-usage-happened = { $reason }
command-usage-means = Nada foi feito.
command-usage-do = Veja: { $help }
command-stray = Há uma palavra a mais na linha de comando; ela não é mostrada, pois pode ser secreta.
command-no-home-happened = Este sistema não indica uma pasta pessoal para você.
command-no-home-means = Não sabemos onde estão as configurações.
command-no-home-do = Indique uma pasta com --config DIR.
command-start-happened = O Homeport não pôde iniciar: { $reason }.
command-start-means = Nenhum nome de host é mantido em dia agora.
command-start-do = Corrija a causa e inicie de novo. Há mais no log com --log debug.
command-second-happened = Outro Homeport ocupa o lugar e não responde: { $reason }.
command-second-means = Dois enviariam em dobro, então este encerra.
command-second-do = Encerre o outro primeiro, ou dê a este uma pasta própria com --config DIR.
command-hostname-happened = { $hostname } não é um nome de host: { $reason }.
command-hostname-means = Nada foi enviado nem mudado.
command-hostname-do = Escreva o nome inteiro, como home.example.org.
command-provider-happened = Não existe o provedor { $provider }.
command-provider-means = Nada foi enviado nem mudado.
command-provider-do = Escolha um em: homeport providers
command-field-form-happened = Falta o sinal = em um campo.
command-field-form-means = Não é mostrado aqui, pois pode ser secreto.
command-field-form-do = Escreva --field KEY=VALUE.
command-field-unknown-happened = { $provider } não tem campo com esse nome.
command-field-unknown-means = Não é mostrado aqui, pois pode ser secreto.
command-field-unknown-do = Escolha entre: { $known }.
command-field-twice-happened = O campo { $field } é dado duas vezes.
command-field-twice-means = Não temos como saber qual é o certo.
command-field-twice-do = Retire um deles.
command-secret-shown-happened = { $label } é secreto e está na linha de comando.
command-secret-shown-means = Outras pessoas podem lê-lo ali neste computador, e o shell o guarda. Nada foi enviado.
command-secret-shown-do = Escreva --field { $field }=- e digite-o, ou --field { $field }=@FILE. Crie um novo se outros puderam vê-lo.
command-secret-unread-happened = { $label } não pôde ser lido de { $file }: { $reason }.
command-secret-unread-means = Nada foi enviado nem mudado.
command-secret-unread-do = Confira o nome do arquivo e as permissões.
command-secret-empty-happened = { $label } está vazio.
command-secret-empty-means = Nada foi enviado nem mudado.
command-secret-empty-do = Cole mais uma vez.

## Command line: results

second-start = O Homeport já está em execução; a janela se abre.
second-start-headless = O Homeport já está em execução.
done-removed = { $hostname } não é mais mantido em dia. O registro DNS fica como está.
done-added = { $hostname } é mantido em dia a partir de agora.
done-paused = Todas as atualizações estão pausadas até você retomar.
done-paused-hour = Todas as atualizações estão pausadas por uma hora.
done-paused-tomorrow = Todas as atualizações estão pausadas até amanhã.
done-paused-one = { $hostname } está pausado até você retomar.
done-resumed = Todas as atualizações continuam.
done-resumed-one = { $hostname } continua.
service-on = O Homeport inicia sozinho: { $place }
service-off = O Homeport não inicia sozinho.
service-stale = { $place } inicia outra coisa: { $program }. Para iniciar este programa: homeport service install
service-managed = O systemd inicia { $program }: { $place }
report-written = Gravado: { $path } ({ $names }). { $hidden } valores estão ocultos; olhe antes de entregar. Nada foi enviado.
backup-written = Gravado: { $path }. Os segredos não estão nele.
backup-restored = As configurações foram restauradas.
backup-lacking = Estas contas ainda não têm token neste computador: { $accounts }. Digite de novo.
terminal-ago = há { $span }
terminal-in = em { $span }
terminal-seconds = { $count ->
    [0] um momento
    [one] 1 segundo
    *[other] { $count } segundos
}
terminal-minutes = { $count ->
    [one] 1 minuto
    *[other] { $count } minutos
}
terminal-hours = { $count ->
    [one] 1 hora
    *[other] { $count } horas
}
terminal-days = { $count ->
    [one] 1 dia
    *[other] { $count } dias
}
terminal-checked = Verificado { $when }.
terminal-not-checked = Ainda não verificado.
terminal-next = Próxima verificação { $when }.
terminal-next-try = próxima tentativa { $when }
terminal-standby = reserva: { $words }
terminal-standby-from = assume { $when }
terminal-since = desde { $when }
terminal-seen = visto { $when }
terminal-paused = pausado
terminal-practice = Pergunte você mesmo ao servidor de treino: { $command }
terminal-alone = O Homeport não está em execução. Inicie-o com: homeport run
terminal-no-tray = Esta área de trabalho não mostra ícones de bandeja. Tudo está na janela e neste comando.
terminal-no-history = Nada aconteceu ainda.
terminal-no-hostnames = Não há nome de host ainda. Adicione o primeiro com: homeport add
terminal-dry-run = Nada é enviado. Isto aconteceria:
terminal-providers = Mais sobre um deles: homeport providers ID
terminal-unverified = Este provedor vem de um arquivo seu; ninguém o conferiu.
terminal-fields = Campos
terminal-field-secret = secreto
terminal-field-optional = pode faltar
terminal-access = Onde obter acesso
terminal-rights = Permissões de que precisa
outcome-updated = atualizado
outcome-would-update = seria atualizado
outcome-unchanged = em dia
outcome-refused = recusado
outcome-retry = tentado de novo mais tarde
outcome-unknown = não confirmado
outcome-held = em espera
outcome-proved = Comprovado nos servidores de nomes da zona.
outcome-again = Não antes de { $span }.
check-pass = certo
check-warn = ver
check-fail = falha
check-skipped = pulado
check-sum = { $passed } certas, { $warned } a ver, { $failed } com falha.

# Taking over the settings of another client. $word is that client's own word.
import-command-why = “{ $word }” inicia um programa ({ $program }). O Homeport nunca executa o que um arquivo importado indica.
import-command-cure = Se ainda precisar do endereço dele, defina você mesmo addresses.command nas configurações.
import-include-why = Outro arquivo é incluído ({ $program }). Ele não foi aberto.
import-include-cure = Importe esse arquivo também.
import-script-why = Esta entrada é atualizada por um script ({ $program }), que não é executado.
import-script-cure = Procure o provedor dela com “homeport providers” e adicione o nome de host com “homeport add”.
import-environment-why = O valor de “{ $word }” está no ambiente ou em outro arquivo, que não foi lido.
import-environment-cure = Adicione o nome de host com “homeport add”, que pede o segredo.
import-disabled-why = Esta entrada está desligada lá.
import-disabled-cure = Ligue-a no outro cliente e importe de novo, ou use “homeport add”.
import-no-name-why = Esta entrada não indica nenhum nome de host.
import-no-name-cure = Adicione o nome de host com “homeport add”.
import-bad-name-why = Um nome de host nesta linha não está inteiro.
import-bad-name-cure = Adicione-o com o nome inteiro: homeport add home.example.org
import-whole-account-why = “{ $word }” vale por todos os nomes de uma conta ou de um grupo.
import-whole-account-cure = O Homeport mantém cada nome por si: use “homeport add” uma vez para cada um.
import-no-provider-why = Esta entrada não indica nenhum provedor.
import-no-provider-cure = Adicione o nome de host com “homeport add”.
import-unknown-why = “{ $name }” não é um provedor que o Homeport conheça.
import-unknown-cure = Veja “homeport providers”, ou escreva seu próprio arquivo de provedor e verifique-o com “homeport providers check”.
import-closed-why = { $name } foi encerrado. { $reason }
import-closed-cure = Escolha outro provedor: homeport providers
import-own-server-why = As atualizações vão para um servidor próprio ({ $server }), em um formato próprio.
import-own-server-cure = Escreva seu próprio arquivo de provedor e verifique-o com “homeport providers check”.
import-missing-why = { $state ->
    [wrong] “{ $label }” não se parece com o que o provedor fornece.
    *[missing] O provedor precisa de “{ $label }”, e isso não está no arquivo.
}
import-missing-cure = Adicione o nome de host com “homeport add”.
import-foreign-why = Este nome não pode ser mantido em { $name }.
import-foreign-cure = Confira o nome e a zona dele, e adicione-o com “homeport add”.
import-twice-why = O nome está duas vezes no arquivo, com contas diferentes. Vale a primeira.
import-twice-cure = Nada a fazer, a menos que a segunda fosse a certa.
import-kept-why = O Homeport já mantém este nome.
import-kept-cure = Nada a fazer. Para substituí-lo, remova-o primeiro: homeport remove
import-no-family-why = { $name } não mantém nenhum dos registros desejados para este nome.
import-no-family-cure = Escolha outro provedor para ele: homeport providers
import-half-family-why = { $name } mantém só um dos dois registros deste nome.
import-half-family-cure = Nada a fazer: o outro fica como está.
import-option-why = “{ $word }” não é suportado.
import-option-cure = Configure isso no provedor; lá fica como está.
import-spaces-why = Há um espaço antes ou depois de “=”, então o sentido desta linha não está claro.
import-spaces-cure = Tire os espaços e importe de novo.
import-line-why = Esta linha não pôde ser entendida.
import-line-cure = Compare-a com o manual do outro cliente.
import-fixed-why = Há um endereço fixo definido ({ $word }). O Homeport descobre o endereço sozinho.
import-fixed-cure = Se precisar ser fixo, defina addresses.ipv4 ou addresses.ipv6 nas configurações.
import-plain-echo-why = O serviço de endereço { $word } é consultado sem criptografia, e qualquer um no caminho pode mudar a resposta.
import-plain-echo-cure = Nada a fazer: o Homeport tem seus próprios serviços.
import-page-echo-why = O serviço de endereço { $word } responde com uma página, ou a URL dele pode conter uma chave.
import-page-echo-cure = Nada a fazer: o Homeport tem seus próprios serviços.
import-proxy-why = Há um proxy definido.
import-proxy-cure = O Homeport o obtém do ambiente: HTTPS_PROXY
import-notification-why = “{ $word }” envia uma mensagem quando algo acontece.
import-notification-cure = O Homeport avisa pelas notificações da área de trabalho e por “homeport status”.
import-too-many-why = O arquivo tem mais de { $most } nomes de host; o resto fica de fora.
import-too-many-cure = Divida o arquivo e importe as partes.
import-interval-why = O intervalo das verificações está definido (“{ $word }”).
import-interval-cure = O Homeport percebe as mudanças sozinho e respeita o ritmo de cada provedor.
import-detection-why = Está definido onde obter o endereço (“{ $word }”).
import-detection-cure = O Homeport consulta sozinho o roteador, as interfaces e serviços externos.
import-too-long-happened = O arquivo tem mais de 1 MiB.
import-too-long-means = Nenhum cliente grava um arquivo assim. Nada foi lido.
import-too-long-do = Confira se é o arquivo certo.
import-empty-happened = Não há nada no arquivo.
import-empty-means = Nada foi importado.
import-empty-do = Confira se é o arquivo certo.
import-binary-happened = O arquivo não é um texto.
import-binary-means = Nada foi importado.
import-binary-do = Indique o próprio arquivo de configuração, não um arquivo compactado nem um programa.
import-noip2-happened = Esta é a configuração do noip2, que só o próprio noip2 consegue ler.
import-noip2-means = Nada foi importado.
import-noip2-do = Veja os nomes de host com “noip2 -S” e use “homeport add HOSTNAME --provider no-ip” para cada um.
import-unrecognised-happened = O arquivo não se parece com a configuração de nenhum cliente.
import-unrecognised-means = Nada foi importado.
import-unrecognised-do = Diga de quem ele é com --from: { $clients }.
import-syntax-happened = A linha { $line } não pode ser lida: { $problem }.
import-syntax-means = O outro cliente também não conseguiria ler este arquivo. Nada foi importado.
import-syntax-do = Corrija a linha, ou diga de quem é o arquivo com --from: { $clients }.
import-head = { $client }: { $count ->
    [0] nada pode ser adicionado.
    [one] um nome de host pode ser adicionado.
    *[other] { $count } nomes de host podem ser adicionados.
}
import-secret = { $key }: oculto; vai para o chaveiro como { $entry }
import-guessed = (suposição: confira)
import-sources = Serviços de endereço que também serão consultados
import-left-out = Não importado
import-not-run = Listado, e nunca executado
import-not-needed = Desnecessário
import-line-number = linha { $line }
import-more = e mais { $count }
import-question = { $count ->
    [one] Adicionar este nome de host? [y/N]
    *[other] Adicionar estes { $count } nomes de host? [y/N]
}
import-not-added = Nada foi adicionado. Para adicionar: homeport import FILE --yes
import-added = { $count ->
    [0] Nenhum nome de host foi adicionado.
    [one] Um nome de host foi adicionado.
    *[other] { $count } nomes de host foram adicionados.
} Pare o { $client } agora: dois clientes para um nome atrapalham um ao outro.
terminal-hosts = Os segredos vão para: { $hosts }
terminal-unverified-hosts = Este provedor vem de um arquivo seu; ninguém o conferiu. Os segredos vão para: { $hosts }
command-file-happened = { $file } não pôde ser lido: { $reason }.
command-file-means = Nada foi feito.
command-file-do = Confira o caminho e quem pode ler o arquivo.
command-no-file-happened = { $file } é um link, uma pasta ou um dispositivo.
command-no-file-means = Nada foi lido.
command-no-file-do = Indique o caminho do próprio arquivo.
own-provider-happened = { $file }, linha { $line }, { $field }: { $problem }.
own-provider-means = O arquivo não pode ser usado.
own-provider-do = Corrija-o e verifique-o de novo.
own-provider-examples = { $count ->
    [0] O arquivo não tem exemplos. Adicione pelo menos uma resposta boa e uma recusada.
    *[other] Exemplos que conferem: { $right } de { $count }.
}
own-provider-typed = O servidor dele é digitado no formulário; os segredos vão para lá e para nenhum outro lugar.
own-provider-next = Ponha o arquivo na pasta “providers”, ao lado das configurações, e reinicie o Homeport para usá-lo.
