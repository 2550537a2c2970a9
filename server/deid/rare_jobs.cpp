#include "server/deid/lexicon.hpp"
#include "server/deid/phrase_lists.hpp"

namespace covision::deid {

const PhraseList rare_jobs[] = {
    {rare_job, JobFamily::craft, false,
     "organ builder;violin maker;luthier;bow maker;harpsichord maker;piano maker;bell founder;bell ringer;clockmaker;"
     "watchmaker;horologist;goldbeater;silversmith;goldsmith;gem cutter;diamond cutter;engraver;bookbinder;"
     "paper conservator;papermaker;calligrapher;sign writer;glassblower;glass blower;stained glass maker;"
     "stained glass artist;stonemason;dry stone waller;thatcher;master thatcher;blacksmith;farrier;saddler;"
     "harness maker;wheelwright;cooper;basket maker;basket weaver;hand weaver;lacemaker;milliner;hatter;glover;"
     "shoemaker;cordwainer;bespoke tailor;kilt maker;sailmaker;boatbuilder;boat builder;shipwright;rope maker;"
     "gunsmith;swordsmith;cutler;potter;master potter;gilder;furniture restorer;art restorer;picture restorer;"
     "conservator;taxidermist;perfumer;master distiller;master blender;brewmaster;cheesemonger;affineur;"
     "piano tuner;chimney sweep;steeplejack;charcoal burner;hedge layer;coracle maker;ocularist;prosthetist;"
     "wig maker;mask maker;puppet maker;prop maker;foley artist;tanner;tannery worker;parchment maker"},
    {rare_job, JobFamily::transport, false,
     "maritime pilot;harbour pilot;harbor pilot;marine pilot;river pilot;ship pilot;harbour master;harbourmaster;"
     "lighthouse keeper;lighthouse attendant;lock keeper;ferry captain;ferry master;ships captain;sea captain;trawler skipper;"
     "oil rig worker;offshore worker;rig worker;deep sea diver;commercial diver;saturation diver;salvage diver;"
     "airline pilot;helicopter pilot;test pilot;bush pilot;glider pilot;balloon pilot;air traffic controller;"
     "astronaut;train dispatcher;signalman;tram driver;cable car operator;crane operator;tower crane operator;"
     "air ambulance pilot;rescue pilot;police pilot;coastguard pilot;cargo pilot;fighter jet pilot;submariner;submarine officer;tugboat captain;canal boat skipper"},
    {rare_job, JobFamily::arts, false,
     "opera singer;ballet dancer;prima ballerina;concert pianist;concert violinist;first violinist;cellist;oboist;"
     "bassoonist;horn player;trombonist;harpist;timpanist;organist;cathedral organist;choirmaster;"
     "choir director;conductor of the orchestra;orchestral conductor;composer;playwright;poet laureate;novelist;"
     "film director;stunt performer;stuntman;stunt double;circus performer;circus artist;acrobat;trapeze artist;"
     "magician;ventriloquist;puppeteer;clown doctor;court artist;sculptor;war photographer;kumu hula;"
     "set designer;costume designer;animator;cartoonist;sound engineer"},
    {rare_job, JobFamily::religion, false,
     "hospital chaplain;prison chaplain;army chaplain;military chaplain;verger;sexton;monk;nun;abbot;abbess;"
     "hermit;missionary;exorcist;cantor;mohel;shochet;hafiz;muezzin;sacristan"},
    {rare_job, JobFamily::science, false,
     "astronomer;astrophysicist;volcanologist;seismologist;glaciologist;meteorologist;oceanographer;"
     "marine biologist;entomologist;ornithologist;herpetologist;palaeontologist;paleontologist;archaeologist;"
     "archeologist;egyptologist;epigrapher;numismatist;cryptographer;nuclear physicist;particle physicist;"
     "nuclear engineer;rocket scientist;toxicologist;virologist;forensic pathologist;forensic anthropologist;"
     "patent examiner;actuary;cartographer;hydrologist;mycologist;botanist;zoologist;primatologist;speleologist;"
     "demographer;lexicographer;crystallographer"},
    {rare_job, JobFamily::outdoors, false,
     "gamekeeper;game warden;park ranger;forest ranger;shepherd;goat herder;reindeer herder;beekeeper;apiarist;"
     "falconer;zookeeper;zoo keeper;horse whisperer;jockey;horse trainer;racehorse trainer;stud groom;mahout;"
     "oyster farmer;fish farmer;salmon farmer;fisherman;lobster fisherman;crab fisherman;whaler;sealer;"
     "mountain guide;ski patroller;avalanche forester;smokejumper;tree surgeon;arborist;vintner;winemaker;"
     "hop farmer;truffle hunter;peat cutter;trapper;snow plough driver;mine rescuer;coal miner;gold miner;"
     "opal miner;bomb disposal officer;lifeboat coxswain;coastguard officer"},
    {rare_job, JobFamily::care, false,
     "funeral director;undertaker;embalmer;mortician;gravedigger;coroner;crematorium technician;perfusionist;"
     "neurosurgeon;heart surgeon;transplant surgeon;paediatric surgeon;hand surgeon;genetic counsellor;"
     "genetic counselor;forensic nurse;flight nurse;flight paramedic;air ambulance paramedic;"
     "male midwife;sign language interpreter;braille teacher;guide dog trainer;dog handler;leprosy nurse;"
     "osteopathic surgeon;equine vet;zoo vet;hostage negotiator"},
    {rare_job, JobFamily::media, false,
     "weatherman;weather girl;tv chef;television chef;game show host;newsreader;news anchor;tv presenter;television presenter;radio presenter;weather presenter;"
     "foreign correspondent;war correspondent;newspaper editor;food critic;crossword setter;influencer;"
     "youtuber;auctioneer;town crier;croupier;bookmaker;wine taster;tea taster;sommelier"},
    {rare_job, JobFamily::sport, false,
     "professional footballer;professional golfer;professional boxer;professional cyclist;professional athlete;"
     "olympic athlete;olympian;paralympian;racing driver;test cricketer;referee in the league;figure skater;"
     "ski jumper;chess grandmaster;jump jockey;bullfighter;sumo wrestler;football manager"},
    {rare_job, JobFamily::security, false,
     "prison governor;hangman;intelligence officer;spy;diplomat;fighter pilot;bomb disposal expert;ordnance officer;"
     "special forces soldier;bodyguard;private detective;lottery winner;customs dog handler"},
    {rare_job, JobFamily::craft, true,
     "orgelbauer;geigenbauer;klavierbauer;instrumentenbauer;blasinstrumentenbauer;zupfinstrumentenbauer;"
     "glockengiesser;uhrmacher;turmuhrenbauer;goldschmied;silberschmied;edelsteinschleifer;diamantschleifer;graveur;"
     "buchbinder;papierrestaurator;kalligraf;glasblaser;glasmaler;glasmacher;steinmetz;steinbildhauer;reetdachdecker;"
     "hufschmied;schmied;kunstschmied;sattler;stellmacher;wagner;bottcher;kufer;korbmacher;korbflechter;handweber;"
     "kloppler;hutmacher;modist;handschuhmacher;massschuhmacher;schuhmacher;trachtenschneider;segelmacher;bootsbauer;"
     "schiffbauer;reepschlager;seiler;buchsenmacher;messerschmied;topfer;vergolder;restaurator;praparator;"
     "tierpraparator;parfumeur;destillateur;braumeister;kasemeister;klavierstimmer;schornsteinfeger;kohler;okularist;"
     "perucken macher;maskenbildner;puppenmacher;gerber;drechsler;holzschnitzer;krippenschnitzer;wachszieher;"
     "burstenmacher;feintaschner;strahler;geodat;thermometermacher"},
    {rare_job, JobFamily::transport, true,
     "hafenlotse;seelotse;lotse;hafenmeister;leuchtturmwarter;schleusenwarter;fahrkapitan;kapitan;schiffsfuhrer;"
     "binnenschiffer;hochseefischer;bohrinselarbeiter;berufstaucher;tiefseetaucher;linienpilot;hubschrauberpilot;"
     "ballonfahrer;ballonpilot;fluglotse;astronaut;fahrdienstleiter;stellwerker;seilbahnfuhrer;seilbahner;"
     "kranfuhrer;u boot fahrer"},
    {rare_job, JobFamily::arts, true,
     "opernsanger;balletttanzer;konzertpianist;konzertmeister;cellist;oboist;fagottist;hornist;posaunist;harfenist;"
     "pauker;organist;domorganist;domkapellmeister;kapellmeister;kantor;chorleiter am dom;dirigent;komponist;"
     "dramatiker;romanautor;lyriker;filmregisseur;stuntman;zirkusartist;artist im zirkus;akrobat;zauberkunstler;"
     "bauchredner;puppenspieler;klinikclown;bildhauer;kriegsfotograf;buhnenbildner;kostumbildner;karikaturist"},
    {rare_job, JobFamily::religion, true,
     "gefangnisseelsorger;militarseelsorger;militarpfarrer;kuster;mesner;messner;sakristan;monch;nonne;abtissin;"
     "eremit;missionar;exorzist;muezzin;schachter;ordensschwester"},
    {rare_job, JobFamily::science, true,
     "astronom;astrophysiker;vulkanologe;seismologe;glaziologe;meteorologe;ozeanograf;meeresbiologe;entomologe;"
     "ornithologe;palaontologe;archaologe;agyptologe;numismatiker;kryptograf;kernphysiker;teilchenphysiker;"
     "toxikologe;virologe;rechtsmediziner;gerichtsmediziner;patentprufer;aktuar;kartograf;hydrologe;mykologe;"
     "zoologe;primatologe;hohlenforscher;lexikograf"},
    {rare_job, JobFamily::outdoors, true,
     "wildhuter;berufsjager;revierjager;schafer;wanderschafer;ziegenhirte;senner;alphirt;almhirte;imker;falkner;"
     "tierpfleger im zoo;zoowarter;jockey;trabrennfahrer;trabrennfahrerin;pferdewirt;rennpferdetrainer;austernfischer;fischwirt;teichwirt;fischer;"
     "krabbenfischer;bergfuhrer;pistenretter;lawinenwart;baumpfleger;winzer;kellermeister;hopfenbauer;torfstecher;"
     "bergmann;steiger;kampfmittelraumer;seenotretter;deichgraf;bergretter"},
    {rare_job, JobFamily::care, true,
     "bestatter;totengraber;thanatopraktiker;kardiotechniker;neurochirurg;herzchirurg;transplantationschirurg;"
     "kinderchirurg;handchirurg;humangenetiker;notfallseelsorger;gebardendolmetscher;gebardensprachdolmetscher;"
     "blindenhundtrainer;hundefuhrer;entbindungspfleger"},
    {rare_job, JobFamily::media, true,
     "nachrichtensprecher;tagesschausprecher;fernsehmoderator;radiomoderator;wettermoderator;auslandskorrespondent;"
     "kriegsreporter;chefredakteur;restaurantkritiker;influencer;youtuber;auktionator;croupier;weintester;sommelier"},
    {rare_job, JobFamily::sport, true,
     "profifussballer;profiboxer;radprofi;olympiasieger;olympiateilnehmer;paralympionike;rennfahrer;eiskunstlaufer;"
     "skispringer;biathlet;bundesligatrainer;bundesligaschiedsrichter;schachgrossmeister"},
    {rare_job, JobFamily::security, true,
     "gefangnisdirektor;anstaltsleiter der jva;diplomat;kampfpilot;kampfschwimmer;personenschutzer;"
     "privatdetektiv;scharfschutze;lottogewinner"},
};
const std::size_t rare_job_lists = sizeof(rare_jobs) / sizeof(rare_jobs[0]);

const PhraseList offices[] = {
    {office, JobFamily::office, false,
     "kings counsel;queens counsel;leader of the council;leader of the county council;leader of the city council;"
     "on the school board;school board member;chair of the school board;police and crime commissioner;magistrate;"
     "lord mayor;deputy mayor;mayor;mayoress;lord lieutenant;high sheriff;high court judge;crown court judge;"
     "district judge;supreme court judge;county coroner;chief constable;police commissioner;member of parliament;"
     "member of the landtag;state senator;senator;congressman;congresswoman;assemblyman;assemblywoman;alderman;"
     "county commissioner;town clerk;district attorney;attorney general;councillor;city councillor;"
     "parish councillor;governor of;sheriff;ambassador;consul general;honorary consul;teachta dala;td;mp;msp;"
     "archdeacon;archbishop;bishop;chief rabbi;grand mufti;moderator of the presbytery;cabinet minister;"
     "junior minister;secretary of state;chief of police;fire chief;tribal chief;chief executive of the council"},
    {office, JobFamily::office, true,
     "burgermeister;oberburgermeister;ortsburgermeister;altburgermeister;landrat;landratin;landtagsabgeordneter;"
     "landtagsabgeordnete;bundestagsabgeordneter;bundestagsabgeordnete;abgeordneter;abgeordnete;stadtrat;stadtratin;"
     "gemeinderat;gemeinderatin;gemeindeprasident;stadtprasident;kantonsrat;kantonsratin;nationalrat;nationalratin;"
     "standerat;standeratin;regierungsrat;regierungsratin;ortsvorsteher;minister;staatssekretar;staatsminister;"
     "generalkonsul;honorarkonsul;botschafter;bischof;weihbischof;landesbischof;generalvikar;superintendent;"
     "domdekan;domkapitular;polizeiprasident;gerichtsprasident;generalstaatsanwalt;oberstaatsanwalt;"
     "burgermeister kandidat;burgermeisterkandidat;amtsvorsteher;kreisbrandmeister;schutzenkonig;weinkonigin"},
};
const std::size_t office_lists = sizeof(offices) / sizeof(offices[0]);

const PhraseList happenings[] = {
    {rare_family, JobFamily::craft, false,
     "triplets;triplet;quadruplets;quadruplet;quintuplets;sextuplets;conjoined twins;siamese twins;"
     "three sets of twins;two sets of twins;triplet brother;triplet sister"},
    {rare_family, JobFamily::craft, true,
     "drillinge;drillingen;drilling;vierlinge;vierlingen;funflinge;funflingen;siamesische zwillinge;drillingsbruder;"
     "drillingsschwester;drillingskind;drillingskinder;drillingsmutter;drillingseltern"},
    {in_news, JobFamily::media, false,
     "in the papers;in the paper;in the news;in the local paper;in the local papers;in the newspaper;"
     "in the newspapers;in the local newspaper;in the press;in the local press;in all the papers;in the headlines;"
     "in the local news;in the national news;in the media;made the papers;made the news;made the local news;"
     "made headlines;made the headlines;made national news;made the front page;on the front page;front page news;"
     "on the local news;on the evening news;on the news;went viral;gone viral;hit the headlines;hit the news;"
     "all over the news;all over the papers;newspaper article;news article;newspaper report;newspaper headline;"
     "news cameras;camera crews;press conference;true crime podcast"},
    {in_news, JobFamily::media, true,
     "in der zeitung;in den zeitungen;in allen zeitungen;in jeder zeitung;in der presse;in den medien;"
     "in den nachrichten;im lokalteil;im lokalblatt;im regionalfernsehen;durch die presse;ging viral;viral gegangen;"
     "viral ging;titelseite;auf der titelseite;schlagzeilen;in die schlagzeilen;in der lokalzeitung;"
     "in der lokalpresse;lokalzeitung;lokalpresse;zeitungsartikel;zeitungsbericht;pressebericht;in der bild zeitung;"
     "pressekonferenz;fernsehteam;fernsehteams"},
};
const std::size_t happening_lists = sizeof(happenings) / sizeof(happenings[0]);

}  // namespace covision::deid
