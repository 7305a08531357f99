"""The budgets of real plans as their tables stand in Excel and Word, with names and signs kept."""

SODRA_LAPPLAND = """\
Budget 2023 plan 2024–2025\tBudget 2023\tBudget 2024\tPlan 2025\tPlan 2026
Finansiering\t\t\t\t
- Finansiering från medlemmar\t3 752\t3 752\t3 752\t3 752
- Lycksele kommun\t326\t326\t326\t326
- Malå kommun\t79\t79\t79\t79
- Åsele kommun\t71\t71\t71\t71
- Storuman kommun\t154\t154\t154\t154
- Vilhelmina kommun\t179\t179\t179\t179
- Sorsele kommun\t66\t66\t66\t66
- Dorotea kommun\t63\t63\t63\t63
- Region Västerbotten\t938\t938\t938\t938
- Försäkringskassan\t1 876\t1 876\t1 876\t1 876
- Övrig finansiering\t\t\t\t
- SF södra Lappland eget kapital\t2 670\t2 096\t1 665\t1 346
- ESF medel\t0\t300\t300\t0
Summa medel att disponera\t6 422\t6 148\t5 717\t5 098
Styrelsen\t265\t265\t270\t270
- Fasta arvoden\t75\t75\t77\t77
- Sammanträdes- och övriga arvoden\t35\t35\t37\t37
- Ers förlorad arbetsförtjänst\t45\t45\t46\t46
- Reseersättning och traktamenten\t20\t20\t20\t20
- Arbetsgivaravgifter\t70\t70\t70\t70
- Övrigt\t20\t20\t20\t20
Kansli och administration -personal\t1 300\t1 400\t1 000\t1 000
Förbundschef\t1 300\t1 400\t1 000\t1 000
Lokalkostnader\t35\t35\t35\t35
Hyra kontor\t35\t35\t35\t35
Övriga administrativa kostnader\t391\t310\t310\t310
- Kurs och konferens inkl. resor\t100\t100\t100\t100
- Revision\t56\t56\t56\t56
- Administration\t120\t120\t120\t120
- Information\t15\t15\t15\t15
- Övrigt\t100\t19\t19\t19
Projektkostnader\t2 335\t2 473\t2 756\t2 456
- Flerpartssamverkan\t850\t0\t0\t0
- SIKT 2.0\t170\t0\t0\t0
-En väg vidare\t1 245\t717\t0\t0
- Verksamhetsutvecklare/Processtöd\t0\t956\t956\t956
- Övriga\t70\t800\t1 800\t1 500
Summa kostnader\t4 326\t4 483\t4 371\t4 071
"""

ANGE = """\
BUDGET 2022\t
\t
INTÄKTER\t
Försäkringskassan/Arbetsförmedlingen\t736 000
Ånge kommun\t368 000
Region Västernorrland\t368 000
Parternas insats\t1 472 000
Eget kapital\t250 000
Summa intäkter\t1 722 000
KOSTNADER\t
Kansli-/administrativa kostnader\t
Arvoden styrelsen\t-24 000
Förbundschef 0,45 årsarbete\t-355 000
Sammanträdeskostnader\t-3 000
Utbildning/konferens\t-15 000
Resekostnader (resor och logi)\t-15 000
Medlemsavgift NNS\t-3 500
Revision\t-24 000
Diverse kostnader\t-5 000
Summa Kansli-/administrativa kostnader\t-444 500
Insatser\t
Ångemodellen\t-430 000
Ej beslutade aktiviteter och insatser\t-697 500
Summa insatser\t-1 127 500
Summa totala kostnader\t-1 572 000
Prognos eget kapital\t150 000
"""

VASTRA_OSTERGOTLAND = """\
Intäkter/tilldelning\t2025
Staten genom FK\t4 322 000
Region Östergötland\t2 161 000
Motala kommun\t1 045 924
Mjölby kommun\t676 393
Vadstena kommun\t179 363
Boxholms kommun\t131 821
Ödeshögs kommun\t127 499
Totalt\t8 644 000
\t
Planerade kostnader\t2025
Kansli 1.0\t1 600 000
Nätverk 2.4.1\t3 260 000
Försteg 4.0\t2 700 000
Digitaliseringscenter 4.2\t1 400 000
Fontänhus 6.1\t500 000
Utbildning 11.1\t100 000
Utveckling-struktur 11.7\t450 000
Totalt\t10 010 000
"""

SKELLEFTEA_NORSJO = """\
Budget 2016 plan 2017-2018\t2014\t2015\t2016\t2017\t2018\t2014-2018
Tkr\tUtfall\tPrognos\tBudget\tPlan\tPlan\tTotalt
Intäkter\t\t\t\t\t\t
- Försäkringskassan\t2976\t3052\t3066\t3066\t3066\t15226
- Skellefteå kommun\t1450\t1450\t1453\t1453\t1453\t7259
- Norsjö kommun\t76\t76\t80\t80\t80\t392
- Västerbottens läns landsting\t1526\t1526\t1533\t1533\t1533\t7651
- Improve\t\t403\t0\t0\t0\t403
Övriga intäkter\t111\t96\t98\t98\t98\t501
\t6 139\t6 603\t6 230\t6 230\t6230\t31432
Kostnader\t\t\t\t\t\t
Verksamhetskostnader\t\t\t\t\t\t
- Beslutad verksamhet, se bil\t6 095\t3866\t4 705\t3890\t3720\t22276
Ny verksamhet\t0\t0\t1704\t862\t308\t2874
Summa verksamhetskostnader\t6 095\t3866\t6 409\t4752\t4028\t25150
Verksamhetsnära kostnader\t\t\t\t\t\t
- Extern kartläggning/analys\t0\t20\t60\t60\t60\t200
- Extern utvärdering/processtöd\t0\t40\t100\t100\t100\t340
- Information/gemensam komp.utveckl\t0\t140\t280\t220\t220\t860
Summa verksamhetsnära kostnader\t0\t200\t440\t380\t380\t1 400
Kansli-/administrativa kostnader\t\t\t\t\t\t
- Arvoden till styrelsen\t142\t280\t280\t205\t211\t1118
- Arvoden till revisorer\t28\t49\t50\t31\t32\t190
- Ekonomisk adm. (lokal, dator, tel)\t191\t169\t191\t237\t244\t1032
- Tjänsteman, + tillf anställd\t1006\t1081\t870\t1070\t1120\t5147
- Resor, konferenser/utbildning\t160\t140\t175\t185\t195\t855
- Övrigt adm\t102\t110\t90\t35\t40\t377
Summa kansli/adm kostnader\t1629\t1829\t1656\t1763\t1842\t8719
Summa kostnader\t7724\t5895\t8505\t6895\t6250\t35269
Resultat före finansiella poster\t-1585\t708\t-2275\t-665\t-20\t-3837
Finansiella intäkter\t18\t0\t20\t20\t20\t78
Resultat efter finansiella poster\t-1567\t708\t-2255\t-645\t0\t-3759
Resultat inkl. överf. fr. föreg. år\t2192\t2900\t645\t0\t0\t
"""
