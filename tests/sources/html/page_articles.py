"""The articles of the sample pages, written for these tests: the text of each slot of a page, with its inline markup.

A slot is named after the kind of its block, with a number where a page has several: p1, item2. "title" is the headline.
"""

from types import MappingProxyType

ENGLISH = MappingProxyType({
    "title": "Vell Gets Its Old Lock Bridge Back",
    "deck": "The town voted to open the bridge by hand again, after nine years of waiting for a motor that never came.",
    "p1": "The lock bridge of Vell will be opened by hand again from the first of June, the town council said on Monday "
    "after <a href='https://locks.invalid/minutes'>a short meeting</a> in the old customs house.",
    "p2": "For nine years the bridge stood closed, because the motor that was ordered in 2012 did not fit, and because "
    "<em>nobody</em> in the harbour office could say whose mistake that had been.",
    "p3": "The lock keeper, Ottoline Brask, kept the four iron cranks in a shed behind her house for all of that time, "
    "and greased them each spring as her father had done.",
    "heading": "Four cranks and one key",
    "p4": "On Monday she brought them to the meeting in a wheelbarrow, laid them on the table and said what the minutes "
    "of the evening now repeat word for word:",
    "quote": "A bridge that opens is worth two that shine. I can have her open by breakfast, and you may keep the motor "
    "for the museum.",
    "p5": "The council agreed within the hour, by eleven votes to two, and asked only for three things to be bought "
    "before the summer begins:",
    "item1": "Two lanterns",
    "item2": "A new bell",
    "item3": "Oil for the hinges",
    "p6": "The first boat to pass will be the grain barge from Upper Vell, whose skipper has waited since he was a "
    "deck hand to see the bridge stand open once more.",
    "heading2": "The barge is on its way",
    "heading3": "The council says yes",
    "caption1": "Ottoline Brask at the lock in the spring of 1998, with two of the four cranks.",
    "caption2": "The customs house on the day of the vote.",
    "caption3": "The grain barge waits below the bridge.",
    "question1": "<strong>Why did you keep the cranks for so long?</strong>",
    "question2": "<strong>And the motor?</strong>",
    "question3": "<strong>Who will open the bridge when you no longer can?</strong>",
    "ingredient1": "500 g rye flour",
    "ingredient2": "1 spoon of salt",
    "ingredient3": "Water",
    "step1": "Mix the flour with the salt, add the water and leave the dough under a cloth until the next tide.",
    "step2": "Bake it for an hour.",
    "code1": "crank --turns 40",
    "time1": "11.30",
    "time2": "10.45",
    "time3": "9.05",
})  # fmt: skip

GERMAN = MappingProxyType({
    "title": "Vell bekommt seine alte Schleusenbrücke zurück",
    "deck": "Die Stadt will die Brücke wieder von Hand öffnen, nachdem sie neun Jahre auf einen Motor gewartet hat.",
    "p1": "Die Schleusenbrücke von Vell wird ab dem ersten Juni wieder von Hand geöffnet, teilte der Stadtrat am Montag "
    "nach <a href='https://locks.invalid/minutes'>einer kurzen Sitzung</a> im alten Zollhaus mit.",
    "p2": "Neun Jahre lang blieb die Brücke geschlossen, weil der Motor von 2012 nicht passte und weil im Hafenamt "
    "<em>niemand</em> sagen konnte, wessen Fehler das gewesen war.",
    "p3": "Die Schleusenwärterin Ottoline Brask bewahrte die vier eisernen Kurbeln in einem Schuppen hinter ihrem Haus "
    "auf und fettete sie in jedem Frühjahr, wie es ihr Vater getan hatte.",
    "heading": "Vier Kurbeln und ein Schlüssel",
    "p4": "Am Montag brachte sie die Kurbeln in einer Schubkarre zur Sitzung, legte sie auf den Tisch und sagte, was nun "
    "Wort für Wort im Protokoll des Abends steht:",
    "quote": "Eine Brücke, die sich öffnet, ist zwei wert, die glänzen. Bis zum Frühstück habe ich sie offen, und den "
    "Motor behaltet für das Museum.",
    "p5": "Der Rat stimmte binnen einer Stunde mit elf zu zwei Stimmen zu und bat nur darum, vor dem Sommer noch drei "
    "Dinge zu kaufen:",
    "item1": "Zwei Laternen",
    "item2": "Eine neue Glocke",
    "item3": "Öl für die Angeln",
    "p6": "Als Erstes wird der Getreidekahn aus Ober-Vell durchfahren, dessen Schiffer seit seiner Zeit als Decksjunge "
    "darauf wartet, die Brücke noch einmal offen zu sehen.",
})  # fmt: skip

FRENCH = MappingProxyType({
    "title": "Le vieux pont de l’écluse revient à Vell",
    "deck": "La ville ouvrira de nouveau le pont à la main, après neuf ans passés à attendre un moteur jamais venu.",
    "p1": "Le pont de l’écluse de Vell sera de nouveau ouvert à la main dès le premier juin, a annoncé lundi le conseil "
    "après <a href='https://locks.invalid/minutes'>une courte réunion</a> dans l’ancienne douane.",
    "p2": "Pendant neuf ans le pont est resté fermé, parce que le moteur commandé en 2012 était trop grand et parce que "
    "<em>personne</em> au bureau du port ne savait à qui était la faute.",
    "p3": "L’éclusière, Ottoline Brask, a gardé les quatre manivelles de fer dans une remise derrière sa maison et les a "
    "graissées chaque printemps, comme le faisait son père.",
    "heading": "Quatre manivelles et une clé",
    "p4": "Lundi, elle les a apportées à la réunion dans une brouette, les a posées sur la table et a dit ce que le "
    "procès-verbal de la soirée répète mot pour mot :",
    "quote": "Un pont qui s’ouvre en vaut deux qui brillent. Il sera ouvert avant le petit déjeuner, et vous pouvez "
    "garder le moteur pour le musée.",
    "p5": "Le conseil a accepté en moins d’une heure, par onze voix contre deux, et n’a demandé que trois achats avant "
    "le début de l’été :",
    "item1": "Deux lanternes",
    "item2": "Une cloche",
    "item3": "De l’huile pour les gonds",
    "p6": "Le premier bateau sera la péniche à grain du haut Vell, dont le patron attend depuis sa jeunesse de revoir "
    "le pont ouvert.",
})  # fmt: skip

ARABIC = MappingProxyType({
    "title": "الجسر القديم يعود إلى بلدة فيل بعد تسع سنوات",
    "deck": "صوت مجلس البلدة على فتح الجسر باليد من جديد بعد تسع سنوات من انتظار محرك لم يصل أبدا إلى الميناء.",
    "p1": "قال مجلس البلدة يوم الاثنين إن جسر القناة سيفتح باليد من جديد ابتداء من أول يونيو، وذلك بعد "
    "<a href='https://locks.invalid/minutes'>اجتماع قصير</a> في مبنى الجمارك القديم قرب الميناء.",
    "p2": "ظل الجسر مغلقا تسع سنوات لأن المحرك الذي طلبته البلدة لم يكن مناسبا، ولأن <em>أحدا</em> في مكتب الميناء لم "
    "يستطع أن يقول من كان السبب في ذلك الخطأ الكبير.",
    "p3": "احتفظت حارسة القناة بالأذرع الحديدية الأربعة في غرفة صغيرة خلف بيتها طوال تلك السنوات، وكانت تدهنها بالزيت "
    "كل ربيع كما كان أبوها يفعل من قبل.",
    "heading": "أربعة أذرع ومفتاح واحد",
    "p4": "وفي يوم الاثنين حملت الحارسة الأذرع إلى الاجتماع في عربة صغيرة ووضعتها على الطاولة أمام الجميع، ثم قالت ما "
    "ورد في محضر الاجتماع كلمة كلمة:",
    "quote": "الجسر الذي يفتح خير من جسرين يلمعان. سأفتحه قبل الفطور، ولكم أن تحتفظوا بالمحرك من أجل المتحف.",
    "p5": "وافق المجلس خلال ساعة بأغلبية أحد عشر صوتا مقابل صوتين، ولم يطلب قبل بداية الصيف سوى شراء ثلاثة أشياء للجسر:",
    "item1": "مصباحان",
    "item2": "جرس جديد",
    "item3": "زيت للمفصلات",
    "p6": "ستكون أول سفينة تمر من هناك سفينة القمح القادمة من أعالي القناة، وقد انتظر صاحبها منذ شبابه أن يرى الجسر "
    "مفتوحا مرة أخرى.",
})  # fmt: skip

CHINESE = MappingProxyType({
    "title": "维尔镇的旧船闸桥将重新开启",
    "deck": "全镇投票决定重新用手摇的办法开桥，因为大家已经为一台始终没有送到的马达等了整整九年，谁也不愿意再等下去了。",
    "p1": "镇议会星期一在旧海关楼里开了<a href='https://locks.invalid/minutes'>一个短会</a>，会后宣布船闸桥从六月一日起将重新用手摇的办法开启，供运粮的驳船通过。",
    "p2": "这座桥关闭了九年，因为二零一二年订购的马达尺寸不合适，也因为港务处里<em>没有人</em>说得清那到底是谁的过错，事情就这样拖了下来。",
    "p3": "看闸人奥托琳一直把四根铁摇柄放在自家屋后的小棚里，每年春天都给它们上油，就像她的父亲从前做的那样，从来没有间断过一年。",
    "heading": "四根摇柄和一把钥匙",
    "p4": "星期一她用独轮车把摇柄推到会场，放在桌上，然后说了下面这段话，当晚的会议记录把它一字不差地抄了下来，镇上的人现在都会背了：",
    "quote": "一座能打开的桥，胜过两座只会发亮的桥。早饭以前我就能把它打开，马达你们留给博物馆好了。",
    "p5": "议会在一小时之内以十一票对两票通过了这项决定，只要求在夏天到来之前添置三样东西，费用由港务处从今年的经费里支付：",
    "item1": "两盏灯",
    "item2": "一口新钟",
    "item3": "铰链油",
    "p6": "第一艘通过的船将是上游来的运粮驳船，船主从当水手的时候起，就一直盼着能再看到这座桥打开，如今他终于等到了这一天。",
})  # fmt: skip

JAPANESE = MappingProxyType({
    "title": "ヴェルの古い水門橋がふたたび開く",
    "deck": "町は投票の結果、橋をもう一度手で開けることに決めた。届かなかったモーターを待ち続けて九年がたっていた。",
    "p1": "ヴェルの町議会は月曜日、旧税関の建物で<a href='https://locks.invalid/minutes'>短い会議</a>を開き、水門橋を六月一日からふたたび手で開けると発表した。",
    "p2": "橋は九年のあいだ閉じたままだった。二〇一二年に注文したモーターの大きさが合わず、それが<em>だれ</em>の間違いなのか、港の事務所では答えられなかった。",
    "p3": "水門番のオトリンさんは、四本の鉄のハンドルを家の裏の小屋にしまい、父親がしていたように、毎年春になると油をさしていたという。",
    "heading": "四本のハンドルと一つの鍵",
    "p4": "月曜日、彼女は手押し車でハンドルを会議に運び、机の上に置いて話した。その夜の議事録には、彼女の言葉がそのまま残されている。",
    "quote": "開く橋は、光る橋二つより値打ちがあります。朝ごはんまでに開けてみせますから、モーターは博物館にどうぞ。",
    "p5": "議会は一時間もたたないうちに十一対二で賛成し、夏が始まる前に次の三つの品を買いそろえることだけを求めた。",
    "item1": "ランプ二つ",
    "item2": "新しい鐘",
    "item3": "油",
    "p6": "最初に通るのは上流から来る穀物の船だ。船長は見習いのころから、橋がもう一度開くのを見る日を待っていたと話している。",
})  # fmt: skip
