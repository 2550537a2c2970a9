#include "server/deid/german_names.hpp"

#include <string>

#include "server/deid/word_set.hpp"

namespace covision::deid {
namespace {

// Facts written down for this project: what people in Germany, Austria and Switzerland are called, their short forms
// and the names of those who came from elsewhere; only what the gazetteer does not know or thinks rare, and nothing
// that is a German noun.
const WordSet given_names(
    "abdi abdirahman abena adaeze adalbert adolf adu adwoa afua agim agnieszka aischa aissatou akram akua alaa "
    "albrecht alfons alin aljona aljoscha alois aloys amadou aman amra anatoli andela anderl andi andri anja anke "
    "annegret anneke annelies anneliese annelore anselm ansgar antje anwar arben arbnor ardian arjeta arndt arnulf "
    "artan artjom ashraf asma assunta athina attila avdi ayaan aydan ayhan ayman aynur ayten bahar baldur banz "
    "barbla baris barthl bartl bashar bashkim basia bassam bastl batoul beata bekim bekir belgin beppo berhane "
    "berivan berndt bert berta berthold berti besa besarta besim besnik bethli betti beyza biggi birgit birol birte "
    "blerim blerta boban bodo boguslaw boguslawa bohdan bohumil bohuslav bojan bojana borislav bozena branka branko "
    "bratislav brigitta brunhilde bulent bune burcu burgi burim burkhard burkhart bushra busra cahit calogero canan "
    "cansu carmela carmelo carsten catalin cemal cemile cengiz centa ceren ceyda ceylan cezary chantal chasper "
    "chayenne chidi chinedu chioma chloisu chregu chrigi chrigu christel christl chrysoula cihan claas claudiu "
    "conceicao concetta conny corsin coskun cosmin costel costica crina cristi csaba cuneyt curdin czeslaw daciana "
    "dagmar dalibor damir dammerl danica danijela dankwart danuta dardan darek dariusz darko dascha dawit deepak "
    "derya desislava despina detlef detlev devrim didem diethard diethelm dietmar dietrich dijana dilan dilek "
    "dilovan dimitri dimitris diya dmitri dmitrij domenico dondu donjeta dorin dorina dorle dorota dorte dorthe "
    "dragica drazen drazenka drilon dritan dubravka dumitru durmus dusanka dusko duygu eberhard ebi ebru ece eckart "
    "eckehard eckhard edanur edeltraud edeltraut edi edin edyta efua egbert egzon ehrenfried eike ekaterina ekin "
    "ekkehard ekrem elfi elfie elfriede elke elsbeth elsi elvana elvir elzbieta emeka emel emina emrah engelbert "
    "engin enver eray erblin ercan erdal erdem erdmute erhan erhard erkan erol ersin ertugrul eugen eugenia "
    "evangelia evchen evgenij evi evrim ewald ewelina eyob fadel fadia fadime faduma fadumo fahim farid fariha "
    "faris farzaneh fatbardha fatema fatih fatimah fatlind fatmire fatos fatou femke fenna ferdl ferdows ferenc "
    "ferhat feride ferit fidan fikret filiz filmon filomena firas firat fisnik flamur flori florim flurin flurina "
    "folkert franzi franzl frauke freddy fredi friedel friedemann frieder friedhelm friedhold fritzchen funda gabi "
    "gaby gaetano galina gamze gazmend gebhard genc gennadi gennaro genowefa georgiana gerd gerdi gereon gerfried "
    "gergana gerhild gerlinde gernot gero gerold gerta gerti gertraud gertrud gesa gesche gesine geske ghada ghazal "
    "gheorghe ghita gian giannis giorgos girgl gisbert gisi gitta gitti giuseppe gizem gokhan golnaz goncalo gonul "
    "gosia gottfried gotthold gottlieb gotz grazyna gretel gretl grigori grzegorz grzesiek guido gul gulay gulbahar "
    "gulcan guler gulhan gulizar gulsen gulsum gulten gunda gundel gundula gunes gunhild gunnar gunni gunther "
    "guntram gurkan gustl gyorgy gzim hacer hadeel haider hajar hajrije hakan hala halima halime halina halit haluk "
    "halyna hamid hamida hamoudi hampi hanan hanh hani hanife hanne hannelore hanni hanspeter hansruedi harald "
    "hardi hartmut hartwig hasso hatem hauke hava havva haydar hayriye heidemarie heidrun heike heiko heiner heini "
    "helgard helge hella helmar helmtrud helmuth henner henni henryk heribert herma hermon herta hertha herwig "
    "heval hias hiasl hiba hicran hien hildegard hildegund hilla hilmar hiltrud hinnerk hinrich hisham hodan holger "
    "horsti hosein hotte houda hubertus hubsi huda hulda hulya huong husein ibrahima ibtisam idil ifeoma ifrah ihab "
    "ikenna ilaria ildiko ileana ilhan ilir ilka ilkay ilker ilknur ilona ilse imad imdat imke immacolata imran "
    "imre ingbert inge ingeborg ingo ingolf inken inna insa ioana ionut ipek irem irfan irmela irmgard irmhild irmi "
    "irmtraud irmtraut iryna ismet isolde istvan iulia iulian ivailo ivica iwona iza izabela jaber jacek jadranka "
    "jadwiga jafar jagoda jalal janos jantje janusz jaqueline jarek jarmila jarne jaroslav jaroslava jaroslaw "
    "jasiek jasminka jawad jekaterina jelisaweta jella jens jewgeni jewgenij jewhen jiri jitka jochen jockel jola "
    "jolanta jorgos jorinde jorn joudi jovica jozef jozsef julchen jumana jupp jurg jurij justyna jutta kacper "
    "kadriye kais kalin kalli kamil kamila karlheinz karola karsten kasia kastriot katalin katarina katchen "
    "kateryna kathchen katheli kathi kati katja kavitha kazim kazimierz kerstin kezban khadija khadra khalid khanh "
    "khatija khoi kidane kimi kinga kiril kirill klaas klothilde knut kobi kofi konny koray korbinian kordula "
    "kornelia kosta kostas krasimir krassimir kreszenz kriemhild krisztina krystian krystyna krzysiek krzysztof "
    "ksenia kuba kubra kuddel kujtim kumar kunigunde kuno kwaku kwame labinot ladina lakshmi laszlo laurentiu "
    "leberecht lefteris lenchen lenerl lenni lenz leonid leszek levent levke liane liban libuse lidka liesbeth "
    "liesel liesl liridon lirije lisl liviu ljuba ljubica ljubomir ljubov ljubow ljudmila loisl lorchen lottchen "
    "lotti lubna lubow lucian lucyna ludmila luggi luigi lukasz lulzim luminita luwam lyubomir maciej maciek "
    "madalina madlaina magda magdolna mahad maher mahmut mahsa maike majd majid malgorzata malgosia manal mani "
    "manni mansour marcin mareike maren margrit margrith mariama maricica marijana marioara mariola marit mariusz "
    "marlis marlise marwan marzena massoud mateusz matthes maxl mays maysa mechthild mechthilde mehari mehmed "
    "mehtap meik meike meinhard meinolf meinrad melih melike meltem merhawi meron merve mesut metin metta mevlida "
    "michl mieczyslaw mihaela mihai miklos milad milada miljana milka milorad miloslav miluse mimoza minchen mirek "
    "mirel mirela mirko miroslav miroslaw miroslawa mirsad mirsada mischa mladen mohsen momcilo momme moni morteza "
    "mostafa mounir muamer mucahit muge muhammet muharrem mujde muna munevver munira murat murvet muslum mustapha "
    "mykola mykyta nabil naciye nadeschda nadezhda nadide nadim nadja nahid nahla najla nandl narges nasra nasrin "
    "nasser nastja natalja natalka natasa natnael nawal nazanin nazir nazli nazmiye nebojsa necati necla necmi neda "
    "nedim nedzad neidhart nemanja nenad nermin nermina nese neslihan nesrin nevena nevin nevio nevzat nexhmije "
    "ngozi nguyet nhung nicoleta nicusor nidal nieke nihat nikolaj nikolay nikos nilgun nilufer nimet nirmala nisha "
    "nives niyazi nizar njomza nneka noldi norbert notburga noura novak nuha nuno nunzia nuran nurcan nurgul nurhan "
    "nuriye nurten obaida obinna octavian oda odilia okan okko oksana oktay olav oldrich oleg oleksij olena olha "
    "olivera omid onno onur orhan orthild ortrud ortwin osama oswald otakar otmar ottfried otti ottilie ottmar "
    "ottokar ousmane ove ovidiu ozan ozcan ozden ozge ozgur ozkan ozlem pankraz parisa parvaneh pasquale patrik "
    "patryk pawel payam pelin pepi peppi perihan peterle petr petru petya phuc phuong pinar piotr piotrek piroska "
    "pitt plamen polat poldi pouya predrag priya przemek przemyslaw qasim qendrim quan quang quirin quyen quynh "
    "rabia rada radek radim radka radoslaw radovan radu raed raffaele rafik raghad rahaf rahim raimund raissa raja "
    "rajesh ralle raluca ramesh rami ramin rana randolf ranka rasha rashid ratko razvan recai recep regula reimar "
    "reimer reiner reinhard reinhardt reinhild reinhilde reinhold resat resi reto ricarda rico rieke rike rima "
    "rinor robel robi roderich rojda rojin rolf ronahi ronny rosaria roschen rosel rosen rosi rosl rosmarie "
    "rossitza roswitha rotraud roya rrezarta ruba rudiger ruedi rui rukiye rumen rupert ruprecht ruslan rustam "
    "ruthild ruya rysiek ryszard saad saadet saba sabah saban sabri sadia sadik saeed safa sahin sahra saif sakine "
    "salam saleh salim salwa samar samer samet samia samrawit samu sana sandor sandro sanel sanela sanja sanni sasa "
    "sayed schakira schani schanna schantall schorsch schorschi sead sebnem seda sedat sefa selami selcan selcuk "
    "selda selvam sema semere semih semra senad senada senait senay senem sengul senka senol senta sepp seppi "
    "serafima seraina serap sercan serdar sergej serhat serhij serkan serpil severin sevgi sevil sevim sevinc "
    "seyhan seyma sezen sezer shadi shaima sharif sherin shkelzen shpend shpresa shqipe siamak sibel sibylle "
    "siegbert sieglinde siegmar siegrid siggi sigi sigmar sigmund sigrid sigrun sigurd siham silan silke silvio "
    "silviu simmerl simret sinem sirin sivakumar sivam skender sladana sladjana slavica slavko slawek slawomir "
    "slobodan snezhana sohrab songul sonke soren sorin sorina spiros srdan stanislav stanko staszek stavros "
    "stefania steffen steffi steffl stelios steluta stjepan stojan stoyan suad suat suganya suha sukran sukru "
    "sulaiman suleiman suleyman sumeyye sunje suresh suse susi svenja svetla svetlana swantje swetlana swjatoslaw "
    "sylwia szilvia tadeusz taher tahmina talea tamas tamim taner tanja taras tarik tariq tatjana tayfun tayyip "
    "tekin telse tesfalem tesfay tetjana teuta thamer thanasis thanh thanuja thao tharshini tharsika theda thekla "
    "theobald thi thierry thinh thoralf thorben thorsten thusha thuy tibor tien tigist tihomir tilla tilman tilmann "
    "tilo timm tinu tjado tjark tjelle tjorben tjorven tobi tomasz tomek tomislav tomke tomu toralf torben torge "
    "torsten traian traudi traudl traugott trixi trude trudel trudi trung truong tsegay tsvetan tuan tudor tugba "
    "tugce tulay tulin tunde turan turgut turkan tuyet ubbo uchenna udo ueli ufuk ugur ulf ulfert ulla ulli ulrike "
    "umit unal urs urschl ursel ursina ursl urszula usama uschi utz uyen vaclav vadim vahide valdete valeri valerij "
    "valeriu valeska valon vasco vasile vasilica vassilis vedat vedran veit velimir verena veselin vesselin veysel "
    "viet vijay viktoriia vincenzo vinzenz viorel viorica vitali vitus vjekoslav vjosa vlad vladan vladislav vlado "
    "vlasta vlatka vlora vojislav volkan volker volkhard volkmar vreni vroni waclaw wael wafa walburga waldek "
    "waldemar walentina waleri walid walli wally walther waltraud waltraut waltrud wasim wassili wassilis wastl "
    "wencke wendelin wenzel werni wernu wibke wiebke wieland wieslaw wieslawa wiete wiggerl wiktor wilfried "
    "willibald winfried winni wiola wioletta witali witek witold wladimir wladislaw wladyslaw wlodek wojciech "
    "wojtek wolferl wolfi wolodymyr wsewolod wubbe xari xasan xaver xhevdet xuan yamen yasemin yaser yavuz yeliz "
    "yesim yevhen yildiz yilmaz ylli yllka yohannes yonas yordan yordanos yuksel yuliia yuriy yusra zafer zaid "
    "zakaria zaki zamzam zana zbigniew zbyszek zdena zdenek zdenka zdravka zdravko zdzislaw zekiye zelal zeljka "
    "zeljko zenel zenon zenzi zeray zerrin zeynel zhanna ziad ziska zita zlata zlatan zlatko zohra zoltan zorica "
    "zosia zoya zsofia zsolt zsuzsanna zubeyde zuhal zuleyha zulfiye zvonimir");

const WordSet family_names(
    "acar achatz ackermann adamczyk aebi aeschbacher ahlers ahmadi ahmeti ahrens aksoy aktas alahmad alali albayrak "
    "alhamad alhussein alizadeh aljasem almasri alsaleh altmann amiri ammann amrhein andresen angerer angermayr "
    "apel appel arendt arens arnet asmus assmann ates aubry aumuller avci azizi bacher bachtiger bachtold bahlmann "
    "bahr ballmann balzer bartels bartsch baumer baumgart baumgarten bechtel beckmann begic behnke behr behrendt "
    "behrens beier beil bellmann benz bergmeier berndt bernhardt berthold bertram betz beyer bieber biedermann "
    "bieri biermann bigler bircher bischofberger bischoff blaschke blaser blume bocker boger bohm bohme bohmer bohn "
    "bohnert bolte bongartz borchers borchert bormann bornemann bosshard bottger bozkurt bracht brandes brandl "
    "brandstatter brandstetter brauer brehm breitkopf brenner bretschneider breuer brinker brinkmann brockmann "
    "bruckner bruggemann bruns bucheli buchholz buchner buhler buhlmann buhring bunge burghardt burgi burkhardt "
    "burmeister burri buttner cetin clausen claussen cordes coskun cramer czaja czarnecki dahlke dahm dallinger "
    "damm dammann dehmel deichmann dengler deppe detering dettmer deutinger dierks dieterich dietze dittmann "
    "dittmar dittrich djordjevic dobler dombrowski dorfler dornbusch dressler dreyer duda dudek durrbeck dyck ebel "
    "eberhardt eberle ebert ebrahimi eckert eckhardt edlinger eggers egli ehlert ehrhardt eibl eichelmann "
    "eichenberger eicher eichinger eichner eisele eisenmann eisl ellinger engelhardt engelke engelmann engler "
    "erdmann erdogan erhardt ertl evers faber falkenberg fankhauser fassbender fassler fehr feichtinger feldmann "
    "fellner fiala fiedler finkbeiner finke fleischhauer fleischmann fluckiger franke frenzel frey fricke friedel "
    "friedrichs friese friesen frischknecht fritsch fritsche fritzsche frohn fuchshuber fuhrmann furrer gabler "
    "gansler gasser gattringer gebauer gebhardt gehrke geiger geisler geissler gerdes gerhardt gerlach "
    "gerstenberger giese giger gisler gmur gobel godde goebel goldschmidt gotte gottwald gotz gotze graber grabner "
    "gradl gramlich grasser groger grohmann grossmann grote grothe gruner guler gunduz gutmann guzel haag haase "
    "haberkorn habermann hackl haddad hadzic hafliger hafner hagedorn hagemann hager haidari haider haller hamann "
    "hamidi hampel hanel hanke hannemann harrer hartl hartung hartwig hashemi hashimi haslinger hassel hauri "
    "hausmann haussmann havemann hecker heckmann hefti hegemann heider heidrich heilmann heimann hein heine "
    "heinemann heinen heinrichs heinze heise heitmann hellwig helmers hempel henke henkel hennig hensel hentschel "
    "henze herrmann herrmannsdorfer herzog hesse hettich heuer heyer heym hildebrand hildebrandt hiller hinrichs "
    "hinterberger hinterleitner hinz hinze hirschmann hirt hochreiter hodzic hofbauer hofinger hofler hofmann "
    "hofstetter hohn hohne hollmann holm holst holtmann holzel holzer holzinger holzl homann honold hormann hornung "
    "hosseini hoxha hrdlicka hubner huemer hummel hunziker hurlimann huttner ihde ihle illner imhof inauen irmler "
    "isensee iten iwanow jablonski jacobi jaeger jahn jahnke janke jansing janzen jaworski jelinek jenni jochum "
    "jorgens jost junghans jungmann kagi kainz kalin kaltenbrunner kaluza kampmann kania kanzig karaca karadag "
    "karakaya karg karimi karner kaser kastner keilhack keiser kersten keskin khatib khoury kienle kimmel kirchhoff "
    "kirchmayr kirchner kirsch klammer klatt klee klemm klimmek klinger klose knauer kneubuhler kneuer knobloch "
    "knorr kobel koberl koenen koester kofler kogler kohn kollmann kollner kopp korkmaz korner koster kostler "
    "kostner kotter kowalenko kowalska krahl krasnici krauss krawtschenko krenn kroger krohe krohn krol kroll kropp "
    "kruger kruse kubatz kubiak kubler kucharski kugler kuhl kuhlmann kuhn kuhne kuhnel kuhnert kunert kung kunkel "
    "kuntz kuntze kunz kunze kupper kurth kusnezow lach lackner lahner lammers lamprecht landerl landgraf langner "
    "lebedew leeb lehmann lehnert leibold leistner leitgeb lemke leonhardt lerch leupold leuschner lewandowsky "
    "lindemann linder lindinger lindner lingner lippert loffler lohmann lohr lohse loibl lotz luber lubke luckert "
    "luders ludewig ludtke luscher luthi mader maierhofer mair maiwald majewski malinowski manz marchenko marciniak "
    "marquardt marx maschke mattern matthiesen mayerhofer mayrhofer mehlhorn mehnert meinecke meinel meinert "
    "meinhardt meisner meissner melzer merkel mertes merz mettler metzler meurer michaelis michalski michels mielke "
    "mitschke mitterer mittermaier mittermeier mobius mohammadi molitor moosbrugger moradi morozow mosimann "
    "muhlbacher muhlbauer muhlberger muhlemann muhlenbeck nageli nagl nater naumann nazari neubauer neubert "
    "neugebauer neuhauser neuhold neumann neuner neuwirth niebuhr niederer niedermayer niedermeier niehaus niehoff "
    "niemeyer niemoller niggemann nitsche nitzsche noack nolte noorzai nowacki nowotny nussbaumer nyffeler "
    "oberholzer oberlander obermaier obermayr obermeier obermuller odermatt oehler oelschlager oertel oestreich "
    "oetiker olbrich oliynyk olszewski oppermann ortmann ortner osmani osterloh ostermann ostrowski ozkan pabst "
    "pachler pammer parzinger paschke patzelt paulsen paulus pawlowski pechlaner penner petrow petry pfannkuch "
    "pfeifer pfister pflug pfluger philippi pieper pietrzak pietsch pirker plattner plewnia pohl pohlmann pointner "
    "polat pollmann polzl pongratz popal popow popp poppe portmann pott prantl prechtl preuss priebe prinz prohaska "
    "proll purkhardt quandt raabe raber rademacher radtke rahimi rahn raidl ramm ramseier rathgeber rathmanner "
    "rauscher rebmann regli reichel reichelt reichenbach reichert reichl reil reimann reimer reimers reinhardt "
    "reinke reiser reisinger reitz remmers renner rentsch resch reuter rexhepi rezaei rezai rheinberger richert "
    "rickenbacher rieck riedel rieder rieger riegler riemann riess rindlisbacher rippl rodehorst roder roggenkamp "
    "rohde rohl rohner rohrer rohrig rollinger romann rosch rosenbaum rosenberger rosenkranz roser rosler rothe "
    "rother rottmann ruckstuhl ruegg ruegger ruland rummel rupp ruppenthal ruppert rupprecht rutimann rutishauser "
    "ryser ryter sach sailer salcher salzmann sandmann sauerwein sauter sawicki schaaf schachner schaefer schaffer "
    "schaffner schaller schank schaper scharer schaub schauer scheel scheffler scheib scherer scherrer "
    "schewtschenko schiffer schilling schindler schlegel schleicher schlichting schluter schmidbauer schmidlin "
    "schmidtke schmieder schmitt schmitter schneiders schnurr schnyder scholl scholz schonenberger schonfeld "
    "schonfelder schoning schott schottler schrader schramm schreyer schroer schroter schubert schuller schulte "
    "schulten schultze schulze schumacher schumann schurch schurmann schutte schwabe schwaiger schwanitz schwegler "
    "schweighofer schweikert schwendener schwenk schwerdtfeger schwertner seebacher seeger seibert seidel seidl "
    "seifert senger seufert sharifi sidler sieber siebert siegenthaler siegert siegmund siegrist siemens sievers "
    "sigrist sikora simonis simsek smirnow sobczak sokolow sokolowski solkner sonnenberg spath spengler sperling "
    "spindler spitaler sporri spycher stachowiak stadelmann stadlbauer stadler stahl stahlhut stalder stamm stangl "
    "stanikzai staudinger stauffer steffens stegemann stehr steinbauer steinbrecher steindl steinegger steinert "
    "steinhauer steininger steinke stelzer stenzel stiegler stocker stockinger stoll stolzenburg strack strasser "
    "strathmann strecker strobel strobl strohmaier stucki stutz stuwe suter szewczyk taubert tauer teichmann tekin "
    "teske tetzlaff teuber thaler thalmann thaqi thiel thiele thielemann thieme thoma thommen thormann thurn tiede "
    "tiedemann tietjen tietz tietze tischer tkatschenko tobler tomaschewski trachsel trattner trautmann trautner "
    "trautwein traxler troger troxler trummer tschannen tschanz tschirner tschudin ucar uebel uhlig uhlmann ullmann "
    "ullrich ulmer unal uysal vavra vetter vieth voelker vogeli vogelsang voges vogler vogtli voight voigt voit "
    "volkmer vollmer volz vonlanthen voss wagener wagenknecht waldmann waldvogel walser walther walti walz wardak "
    "warnecke warnke wartburg wehrli weidemann weidlich weidner weigand weigel weigelt weigl weiler weimer weinert "
    "weinhold weinmann weis weiser wellmann welsch welz wendel wendler wendt wenger wenz wenzel werning wessel "
    "wessels westermann westphal wetzel weyer wichmann widmer wiebe wiechmann wieczorek wiedemann wiegand wieland "
    "wiemann wieser wiesner wiest wilczek wilde wildner wilk wilke wilken wilkens willms winkelhaus winkelmann "
    "wirth wirz witkowski witte wittig wittke wittmann wittrock wittwer witzel wohlers wohlfahrt wolfel wolff "
    "wolkow wolters worner wrede wrobel wulf wulff wunderlich wurster wuthrich wutte wyler wyss yuksel yusufi zach "
    "zaugg zauner zbinden zech zehetner zehnder zeidler zeisig zeitler zellmer zeuner ziegenhagen ziegler zielke "
    "zimmerli zipfel zirngibl zoller zollner zschiesche zuber zumbach zumstein zurbriggen zurbuchen zurcher zwahlen "
    "zygan");

bool vowel(char c) { return (c | 0x20) == 'a' || (c | 0x20) == 'o' || (c | 0x20) == 'u'; }

// "Mueller", "Joerg": written without the dots.
bool listed(const Note& note, const Token& token, const WordSet& names) {
    if (names.has(token)) return true;
    const std::string_view word = note.view(token);
    std::size_t at = 1;
    while (at < word.size() && !(word[at] == 'e' && vowel(word[at - 1]))) ++at;
    if (at >= word.size()) return false;
    std::string plain;
    for (std::size_t i = 0; i < word.size(); ++i) {
        plain += word[i];
        if (vowel(word[i]) && i + 1 < word.size() && word[i + 1] == 'e') ++i;
    }
    return names.has(folded_hash(plain));
}

bool may_be_listed(const Token& token) {
    const Entry& e = *token.entry;
    return token.german && token.word() && token.size() > 2 && e.word == 0 && e.classes == 0 &&
           !e.has(Entry::german_word) && !e.has(Entry::nationality);
}

}  // namespace

int given_of(const Note& note, const Token& token) {
    const int known = token.entry->given;
    if (known >= 8 || !may_be_listed(token)) return known;
    return listed(note, token, given_names) ? 8 : known;
}

int family_of(const Note& note, const Token& token) {
    const int known = token.entry->family;
    if (known >= 8 || !may_be_listed(token) || token.entry->has(Entry::clinical)) return known;
    return listed(note, token, family_names) ? 8 : known;
}

}  // namespace covision::deid
