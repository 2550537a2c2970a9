#include "server/deid/lexicon.hpp"
#include "server/deid/phrase_lists.hpp"

namespace covision::deid {

const PhraseList rare_diseases[] = {
    {rare_disease, JobFamily::care, false,
     "amyotrophic lateral sclerosis;motor neurone disease;motor neuron disease;spinal muscular atrophy;"
     "adrenoleukodystrophy;metachromatic leukodystrophy;leukodystrophy;neuronal ceroid lipofuscinosis;"
     "mucopolysaccharidosis;mucolipidosis;gangliosidosis;sphingolipidosis;cystinosis;cystinuria;homocystinuria;"
     "phenylketonuria;tyrosinaemia;tyrosinemia;galactosaemia;galactosemia;maple syrup urine disease;alkaptonuria;"
     "glutaric aciduria;glutarazidurie;methylmalonic aciduria;propionic acidaemia;urea cycle disorder;glycogen storage disease;fatal familial insomnia;"
     "myasthenia gravis;stiff person syndrome;multiple system atrophy;progressive supranuclear palsy;"
     "corticobasal degeneration;frontotemporal dementia;posterior cortical atrophy;primary lateral sclerosis;"
     "hereditary spastic paraplegia;friedreich ataxia;spinocerebellar ataxia;ataxia telangiectasia;"
     "neuromyelitis optica;anti nmda receptor encephalitis;autoimmune encephalitis;narcolepsy with cataplexy;"
     "cataplexy;epidermolysis bullosa;ichthyosis;harlequin ichthyosis;xeroderma pigmentosum;albinism;"
     "erythropoietic protoporphyria;acute intermittent porphyria;porphyria;pemphigus vulgaris;bullous pemphigoid;"
     "scleroderma;systemic sclerosis;dermatomyositis;polymyositis;inclusion body myositis;muscular dystrophy;"
     "myotonic dystrophy;osteogenesis imperfecta;achondroplasia;hypochondroplasia;hypophosphatasia;osteopetrosis;"
     "fibrodysplasia ossificans progressiva;fibrous dysplasia;neurofibromatosis;tuberous sclerosis;"
     "cystic fibrosis;primary ciliary dyskinesia;idiopathic pulmonary fibrosis;pulmonary hypertension;"
     "pulmonary arterial hypertension;lymphangioleiomyomatosis;sarcoidosis;alpha 1 antitrypsin deficiency;"
     "haemophilia;hemophilia;sickle cell disease;sickle cell anaemia;thalassaemia;thalassemia;aplastic anaemia;"
     "aplastic anemia;paroxysmal nocturnal haemoglobinuria;haemochromatosis;hereditary angioedema;"
     "severe combined immunodeficiency;chronic granulomatous disease;primary biliary cholangitis;"
     "primary sclerosing cholangitis;biliary atresia;short bowel syndrome;hereditary pancreatitis;"
     "polycystic kidney disease;nephronophthisis;retinitis pigmentosa;choroideremia;aniridia;retinoblastoma;"
     "glioblastoma;medulloblastoma;neuroblastoma;ependymoma;ewing sarcoma;osteosarcoma;rhabdomyosarcoma;liposarcoma;"
     "mesothelioma;phaeochromocytoma;pheochromocytoma;paraganglioma;thymoma;chordoma;cholangiocarcinoma;uveal melanoma;"
     "hairy cell leukaemia;acromegaly;congenital adrenal hyperplasia;hypoparathyroidism;craniopharyngioma;"
     "androgen insensitivity;fragile x;trisomy 13;trisomy 18;cri du chat;tetrasomy;mosaicism;22q11 deletion;"
     "creutzfeldt jakob;creutzfeldt jakob disease;leprosy;rabies;anthrax;botulism;progeria;locked in syndrome;"
     "sirenomelia;gastroschisis;omphalocele;spina bifida;hydranencephaly;lissencephaly;holoprosencephaly;"
     "arthrogryposis;craniosynostosis;cleft hand;situs inversus;hypoplastic left heart;transposition of the great "
     "arteries;long qt syndrome;arrhythmogenic cardiomyopathy;foreign accent syndrome;cotard delusion;capgras delusion;"
     "pica in adults;erythromelalgia;moebius syndrome;trigeminal neuropathy;complex regional pain syndrome;"
     "familial mediterranean fever;stills disease;granulomatosis with polyangiitis;takayasu arteritis;"
     "polyarteritis nodosa;giant cell myocarditis;antisynthetase syndrome;mastocytosis;mitochondrial disease"},
    {rare_disease, JobFamily::care, true,
     "amyotrophe lateralsklerose;amyotropher lateralsklerose;als;spinale muskelatrophie;adrenoleukodystrophie;"
     "metachromatische leukodystrophie;leukodystrophie;ceroidlipofuszinose;kinderdemenz;mukopolysaccharidose;"
     "mukolipidose;gangliosidose;zystinose;homocystinurie;phenylketonurie;tyrosinamie;galaktosamie;"
     "ahornsirupkrankheit;alkaptonurie;harnstoffzyklusdefekt;glykogenspeicherkrankheit;myasthenia gravis;"
     "multisystematrophie;supranukleare blickparese;frontotemporale demenz;primare lateralsklerose;"
     "hereditare spastische spinalparalyse;friedreich ataxie;spinozerebellare ataxie;autoimmunenzephalitis;"
     "narkolepsie mit kataplexie;kataplexie;epidermolysis bullosa;schmetterlingskrankheit;schmetterlingskind;ichthyose;"
     "fischschuppenkrankheit;mondscheinkrankheit;albinismus;porphyrie;pemphigus;sklerodermie;systemische sklerose;"
     "dermatomyositis;polymyositis;einschlusskorpermyositis;muskeldystrophie;myotone dystrophie;glasknochenkrankheit;"
     "glasknochen;achondroplasie;kleinwuchs;hypophosphatasie;neurofibromatose;tuberose sklerose;mukoviszidose;"
     "lungenfibrose;lungenhochdruck;pulmonale hypertonie;sarkoidose;hamophilie;bluterkrankheit;sichelzellkrankheit;"
     "sichelzellanamie;thalassamie;aplastische anamie;hamochromatose;hereditares angioodem;immundefekt scid;"
     "gallengangatresie;kurzdarmsyndrom;zystennieren;retinitis pigmentosa;retinoblastom;glioblastom;medulloblastom;"
     "neuroblastom;ependymom;ewing sarkom;osteosarkom;rhabdomyosarkom;liposarkom;mesotheliom;phaochromozytom;"
     "thymom;chordom;cholangiokarzinom;aderhautmelanom;haarzellleukamie;akromegalie;adrenogenitales syndrom;"
     "kraniopharyngeom;fragiles x syndrom;trisomie 13;trisomie 18;katzenschrei syndrom;lepra;tollwut;milzbrand;"
     "botulismus;progerie;locked in syndrom;gastroschisis;omphalozele;lissenzephalie;arthrogryposis;"
     "hypoplastisches linksherz;long qt syndrom;fremdsprachenakzent syndrom;mittelmeerfieber;mastozytose;"
     "mitochondriopathie;stiff person syndrom;systemsklerose;neuromyelitis optica"},
};
const std::size_t rare_disease_lists = sizeof(rare_diseases) / sizeof(rare_diseases[0]);

std::string_view disease_names() {
    return "sanfilippo;hurler;scheie;morquio;maroteaux lamy;sly;gaucher;fabry;pompe;niemann pick;tay sachs;sandhoff;"
           "krabbe;batten;canavan;alexander;zellweger;refsum;menkes;lesch nyhan;leigh;melas;merrf;kearns sayre;"
           "huntington;kennedy;charcot marie tooth;guillain barre;lambert eaton;isaacs;moersch woltman;kleine levin;"
           "landau kleffner;lennox gastaut;dravet;rasmussen;unverricht lundborg;lafora;rett;angelman;prader willi;williams;"
           "smith magenis;cornelia de lange;rubinstein taybi;kabuki;sotos;noonan;costello;turner;klinefelter;patau;"
           "edwards;wolf hirschhorn;cri du chat;digeorge;treacher collins;goldenhar;pierre robin;crouzon;apert;pfeiffer;"
           "marfan;ehlers danlos;loeys dietz;stickler;larsen;ellis van creveld;klippel feil;klippel trenaunay;"
           "sturge weber;von hippel lindau;li fraumeni;lynch;peutz jeghers;gardner;cowden;gorlin;bloom;fanconi;"
           "diamond blackfan;wiskott aldrich;chediak higashi;evans;castleman;erdheim chester;waldenstrom;"
           "behcet;goodpasture;churg strauss;wegener;kawasaki;takayasu;muckle wells;sneddon;susac;vogt koyanagi;"
           "usher;alstrom;bardet biedl;leber;stargardt;alport;bartter;gitelman;liddle;dent;lowe;conn;"
           "sheehan;kallmann;swyer;mayer rokitansky;rokitansky;asherman;hirschsprung;budd chiari;caroli;alagille;"
           "crigler najjar;ondine;brugada;eisenmenger;ebstein;barth;danon;duchenne;becker;landouzy dejerine;"
           "mcardle;brody;creutzfeldt jakob;gerstmann;kuru;whipple;hallervorden;cotard;capgras;alice im wunderland;"
           "ganser;diogenes;charles bonnet;stendhal;moya moya;moyamoya;parry romberg;tolosa hunt;melkersson";
}

}  // namespace covision::deid
