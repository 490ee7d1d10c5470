<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Designs</name>
    <message>
        <source>every edge</source>
        <translation>jede Edge</translation>
    </message>
    <message>
        <source>deployed only</source>
        <translation>nur bereitgestellte</translation>
    </message>
    <message>
        <source>Whole journeys</source>
        <translation>Ganze Wege</translation>
    </message>
    <message>
        <source>Deployed only</source>
        <translation>Nur bereitgestellte</translation>
    </message>
    <message>
        <source>Every edge</source>
        <translation>Jede Edge</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>RTT, mean</source>
        <translation>RTT, Mittel</translation>
    </message>
    <message>
        <source>RTT, median</source>
        <translation>RTT, Median</translation>
    </message>
    <message>
        <source>RTT, 95 % within</source>
        <translation>RTT, 95 % innerhalb</translation>
    </message>
    <message>
        <source>of it behind the edge, mean</source>
        <translation>davon hinter der Edge, Mittel</translation>
    </message>
    <message>
        <source>Backbone for a user, mean</source>
        <translation>Backbone je Nutzer, Mittel</translation>
    </message>
    <message>
        <source>Users who reach nothing</source>
        <translation>Nutzer, die nichts erreichen</translation>
    </message>
    <message>
        <source>Users whose requests fail</source>
        <translation>Nutzer, deren Anfragen scheitern</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Es fällt aus</translation>
    </message>
    <message>
        <source>Announces</source>
        <translation>Es kündigt an</translation>
    </message>
    <message>
        <source>New edge</source>
        <translation>Neue Edge</translation>
    </message>
    <message>
        <source>New instance</source>
        <translation>Neue Instanz</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Abgerissen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>instances in %1</source>
        <translation>Instanzen in %1</translation>
    </message>
    <message>
        <source>Not served</source>
        <translation>Nicht bedient</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>%1 users · mean round trip %2 ms · %3 not at their nearest region</source>
        <translation>%1 Nutzer · mittlere Umlaufzeit %2 ms · %3 nicht bei ihrer nächsten Region</translation>
    </message>
    <message>
        <source> · %1 captured</source>
        <translation> · %1 gekapert</translation>
    </message>
    <message>
        <source> · %1 unreached</source>
        <translation> · %1 unerreicht</translation>
    </message>
    <message>
        <source>%1 of %2 users moved · mean round trip %3 ms before, %4 ms now</source>
        <translation>%1 von %2 Nutzern sind gewechselt · mittlere Umlaufzeit vorher %3 ms, jetzt %4 ms</translation>
    </message>
    <message>
        <source>Map: made with Natural Earth (public domain). Cities: GeoNames, CC BY 4.0. Routes are computed by Catchment on a model of the Internet, not measured.</source>
        <translation>Karte: mit Natural Earth (gemeinfrei). Städte: GeoNames, CC BY 4.0. Die Routen hat Catchment auf einem Modell des Internets berechnet, sie sind nicht gemessen.</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>captured by AS%1</source>
        <translation>gekapert von AS%1</translation>
    </message>
    <message>
        <source>not at the nearest region</source>
        <translation>nicht bei der nächsten Region</translation>
    </message>
    <message>
        <source>contested: a tie decides</source>
        <translation>umstritten: ein Gleichstand entscheidet</translation>
    </message>
    <message>
        <source>by distance, another region</source>
        <translation>nach Entfernung eine andere Region</translation>
    </message>
    <message>
        <source>did not move</source>
        <translation>nicht gewechselt</translation>
    </message>
    <message>
        <source>Cells are interpolated from cities.</source>
        <translation>Flächen sind aus Städten interpoliert.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>%1 bn</source>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>world of %1</source>
        <translation>Welt vom %1</translation>
    </message>
    <message>
        <source>, %1 ms to the instance</source>
        <translation>, %1 ms zur Instanz</translation>
    </message>
    <message>
        <source>%1 users · mean round trip %2 ms to the edge%3 · %4 not at their nearest region</source>
        <translation>%1 Nutzer · mittlere Umlaufzeit %2 ms zur Edge%3 · %4 nicht bei ihrer nächsten Region</translation>
    </message>
    <message>
        <source> · requests of %1 fail</source>
        <translation> · Anfragen von %1 scheitern</translation>
    </message>
    <message>
        <source>%1 (to the edge) · connections of %2 users break</source>
        <translation>%1 (zur Edge) · Verbindungen von %2 Nutzern reißen ab</translation>
    </message>
</context>
<context>
    <name>LiveMap</name>
    <message>
        <source>Catchments</source>
        <translation>Einzugsgebiete</translation>
    </message>
    <message>
        <source>Contested (a tie decides)</source>
        <translation>Umstritten (ein Gleichstand entscheidet)</translation>
    </message>
    <message>
        <source>Lens: BGP against distance</source>
        <translation>Linse: BGP gegen Entfernung</translation>
    </message>
    <message>
        <source>Flows</source>
        <translation>Ströme</translation>
    </message>
    <message>
        <source>Way of the selected city</source>
        <translation>Weg der gewählten Stadt</translation>
    </message>
    <message>
        <source>Cities</source>
        <translation>Städte</translation>
    </message>
    <message>
        <source>Not at the nearest region</source>
        <translation>Nicht bei der nächsten Region</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>Internetknoten</translation>
    </message>
    <message>
        <source>Networks&apos; routers</source>
        <translation>Router der Netze</translation>
    </message>
    <message>
        <source>Fibre</source>
        <translation>Glasfaser</translation>
    </message>
    <message>
        <source>Coasts and borders</source>
        <translation>Küsten und Grenzen</translation>
    </message>
    <message>
        <source>Graticule</source>
        <translation>Gradnetz</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
</context>
<context>
    <name>MapLegend</name>
    <message>
        <source>Show the legend</source>
        <translation>Legende zeigen</translation>
    </message>
    <message>
        <source>Fold the legend</source>
        <translation>Legende einklappen</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Fold the layers</source>
        <translation>Ebenen einklappen</translation>
    </message>
    <message>
        <source>Show the layers</source>
        <translation>Ebenen zeigen</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>only</source>
        <translation>nur</translation>
    </message>
    <message>
        <source>not at the nearest region</source>
        <translation>nicht bei der nächsten Region</translation>
    </message>
    <message>
        <source>contested: a tie decides</source>
        <translation>umstritten: ein Gleichstand entscheidet</translation>
    </message>
    <message>
        <source>Cells are interpolated from cities.</source>
        <translation>Zellen sind aus Städten interpoliert.</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>World map of catchments</source>
        <translation>Weltkarte der Einzugsgebiete</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show the whole world</source>
        <translation>Die ganze Welt zeigen</translation>
    </message>
</context>
<context>
    <name>PinnedMap</name>
    <message>
        <source>Map of the catchments that are compared with</source>
        <translation>Karte der Einzugsgebiete, mit denen verglichen wird</translation>
    </message>
</context>
<context>
    <name>SwipeLine</name>
    <message>
        <source>Line between the compared maps</source>
        <translation>Linie zwischen den verglichenen Karten</translation>
    </message>
</context>
<context>
    <name>TableCopy</name>
    <message>
        <source>Copy &amp;table</source>
        <translation>&amp;Tabelle kopieren</translation>
    </message>
</context>
<context>
    <name>UsersTicker</name>
    <message>
        <source>%1 bn</source>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
</context>
<context>
    <name>catchment::app</name>
    <message>
        <source>Licence: </source>
        <translation>Lizenz: </translation>
    </message>
    <message>
        <source>Made with Qt (LGPL-3), QCustomPlot (GPL-3), Boost (BSL-1.0), PROJ (MIT), JSON for Modern C++ (MIT) and the Inter typeface (OFL-1.1).</source>
        <translation>Gemacht mit Qt (LGPL-3), QCustomPlot (GPL-3), Boost (BSL-1.0), PROJ (MIT), JSON for Modern C++ (MIT) und der Schrift Inter (OFL-1.1).</translation>
    </message>
    <message>
        <source>About Catchment</source>
        <translation>Über Catchment</translation>
    </message>
    <message>
        <source>Catchment %1</source>
        <translation>Catchment %1</translation>
    </message>
    <message>
        <source>Shows how anycast routing decides which point of presence serves which user. Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Zeigt, wie Anycast-Routing entscheidet, welcher Standort welchen Nutzer bedient. Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>Sources and licences</source>
        <translation>Quellen und Lizenzen</translation>
    </message>
    <message>
        <source>Deploy %1</source>
        <translation>%1 ausrollen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Deploy only %1</source>
        <translation>Nur %1 ausrollen</translation>
    </message>
    <message>
        <source>Withhold %1</source>
        <translation>%1 zurückhalten</translation>
    </message>
    <message>
        <source>Announce %1 again</source>
        <translation>%1 wieder ankündigen</translation>
    </message>
    <message>
        <source>Prepend %1 at %2</source>
        <translation>%1 Voranstellungen bei %2</translation>
    </message>
    <message>
        <source>NO_EXPORT at %1</source>
        <translation>NO_EXPORT bei %1</translation>
    </message>
    <message>
        <source>No NO_EXPORT at %1</source>
        <translation>Kein NO_EXPORT bei %1</translation>
    </message>
    <message>
        <source>Fail %1</source>
        <translation>%1 ausfallen lassen</translation>
    </message>
    <message>
        <source>Repair %1</source>
        <translation>%1 instand setzen</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>In the panels</source>
        <translation>In den Feldern</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Auf der Karte</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Schaubild speichern</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Bilder (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>&amp;Save chart as …</source>
        <translation>Schaubild &amp;speichern unter …</translation>
    </message>
    <message>
        <source>&amp;Copy chart</source>
        <translation>Schaubild &amp;kopieren</translation>
    </message>
    <message>
        <source>My network</source>
        <translation>Mein Netz</translation>
    </message>
    <message>
        <source>Lay a network of one&apos;s own</source>
        <translation>Ein eigenes Netz anlegen</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>The operator is %1</source>
        <translation>Der Betreiber ist %1</translation>
    </message>
    <message>
        <source>Another prefix</source>
        <translation>Ein anderes Präfix</translation>
    </message>
    <message>
        <source>Place %1 in %2</source>
        <translation>%1 in %2 aufstellen</translation>
    </message>
    <message>
        <source>Take %1 away</source>
        <translation>%1 wegnehmen</translation>
    </message>
    <message>
        <source>Add a session of %1 with %2</source>
        <translation>Eine Sitzung von %1 mit %2 hinzufügen</translation>
    </message>
    <message>
        <source>Remove the session of %1 with %2</source>
        <translation>Die Sitzung von %1 mit %2 entfernen</translation>
    </message>
    <message>
        <source>Fail %1–%2</source>
        <translation>%1–%2 ausfallen lassen</translation>
    </message>
    <message>
        <source>Repair %1–%2</source>
        <translation>%1–%2 instand setzen</translation>
    </message>
    <message>
        <source>Fail cable %1</source>
        <translation>Kabel %1 ausfallen lassen</translation>
    </message>
    <message>
        <source>Repair cable %1</source>
        <translation>Kabel %1 instand setzen</translation>
    </message>
    <message>
        <source>Fail exchange %1</source>
        <translation>Knoten %1 ausfallen lassen</translation>
    </message>
    <message>
        <source>Repair exchange %1</source>
        <translation>Knoten %1 instand setzen</translation>
    </message>
    <message>
        <source>Repair everything</source>
        <translation>Alles instand setzen</translation>
    </message>
    <message>
        <source>Hijack by %1 with a /%2</source>
        <translation>Entführung durch %1 mit einem /%2</translation>
    </message>
    <message>
        <source>End the hijack</source>
        <translation>Entführung beenden</translation>
    </message>
    <message>
        <source>No origin validation</source>
        <translation>Keine Ursprungsprüfung</translation>
    </message>
    <message>
        <source>Origin validation by %1</source>
        <translation>Ursprungsprüfung durch %1</translation>
    </message>
    <message>
        <source>Origin validation by %1 networks</source>
        <translation>Ursprungsprüfung durch %1 Netze</translation>
    </message>
    <message>
        <source>A ROA for the prefix</source>
        <translation>Ein ROA für das Präfix</translation>
    </message>
    <message>
        <source>No ROA</source>
        <translation>Kein ROA</translation>
    </message>
    <message>
        <source>Withhold %1 from %2</source>
        <translation>%1 gegenüber %2 zurückhalten</translation>
    </message>
    <message>
        <source>Announce %1 to %2</source>
        <translation>%1 an %2 ankündigen</translation>
    </message>
    <message>
        <source>Prepend %1 on %2</source>
        <translation>%1 Voranstellungen auf %2</translation>
    </message>
    <message>
        <source>NO_EXPORT on %1</source>
        <translation>NO_EXPORT auf %1</translation>
    </message>
    <message>
        <source>No NO_EXPORT on %1</source>
        <translation>Kein NO_EXPORT auf %1</translation>
    </message>
    <message>
        <source>MED %1 on %2</source>
        <translation>MED %1 auf %2</translation>
    </message>
    <message>
        <source>MED %1 at %2</source>
        <translation>MED %1 bei %2</translation>
    </message>
    <message>
        <source>Drain %1</source>
        <translation>%1 leeren</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Answers kept for %1 s</source>
        <translation>Antworten %1 s lang behalten</translation>
    </message>
    <message>
        <source>Resolvers pass on the client&apos;s subnet</source>
        <translation>Resolver geben das Subnetz des Nutzers weiter</translation>
    </message>
    <message>
        <source>No client subnet</source>
        <translation>Kein Client-Subnetz</translation>
    </message>
    <message>
        <source>The networks&apos; own resolvers</source>
        <translation>Die eigenen Resolver der Netze</translation>
    </message>
    <message>
        <source>Public resolvers</source>
        <translation>Öffentliche Resolver</translation>
    </message>
    <message>
        <source>Public resolvers for %1 %</source>
        <translation>Öffentliche Resolver für %1 %</translation>
    </message>
    <message>
        <source>Steer by DNS</source>
        <translation>Mit DNS lenken</translation>
    </message>
    <message>
        <source>Steer by anycast</source>
        <translation>Mit Anycast lenken</translation>
    </message>
    <message>
        <source>Paint the catchments</source>
        <translation>Die Einzugsgebiete malen</translation>
    </message>
    <message>
        <source>Predict, then reveal</source>
        <translation>Vorhersagen, dann aufdecken</translation>
    </message>
    <message>
        <source>Which part of the world reaches which region? Choose a region and draw over the map.</source>
        <translation>Welcher Teil der Welt erreicht welche Region? Wählen Sie eine Region und malen Sie über die Karte.</translation>
    </message>
    <message>
        <source>Which region do these cities reach? Give each one a region, by a click or by the keys 1, 2, … A click on another city of the map adds it.</source>
        <translation>Welche Region erreichen diese Städte? Geben Sie jeder eine Region, mit einem Klick oder den Tasten 1, 2, … Ein Klick auf eine weitere Stadt der Karte nimmt sie hinzu.</translation>
    </message>
    <message>
        <source>What do you expect?</source>
        <translation>Was erwarten Sie?</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Repair the instances in %1</source>
        <translation>Instanzen in %1 reparieren</translation>
    </message>
    <message>
        <source>All instances fail in %1</source>
        <translation>Alle Instanzen in %1 fallen aus</translation>
    </message>
    <message>
        <source>%1 of %2 instances fail in %3</source>
        <translation>%1 von %2 Instanzen in %3 fallen aus</translation>
    </message>
    <message>
        <source>1 instance in %1</source>
        <translation>1 Instanz in %1</translation>
    </message>
    <message>
        <source>%1 instances in %2</source>
        <translation>%1 Instanzen in %2</translation>
    </message>
    <message>
        <source>Soft limit %L1</source>
        <translation>Weiche Grenze %L1</translation>
    </message>
    <message>
        <source>No soft limit</source>
        <translation>Keine weiche Grenze</translation>
    </message>
    <message>
        <source>Hard limit %L1</source>
        <translation>Harte Grenze %L1</translation>
    </message>
    <message>
        <source>No hard limit</source>
        <translation>Keine harte Grenze</translation>
    </message>
    <message>
        <source>Past the soft limit on to the next region</source>
        <translation>Über der weichen Grenze zur nächsten Region</translation>
    </message>
    <message>
        <source>Past the soft limit stay</source>
        <translation>Über der weichen Grenze bleiben</translation>
    </message>
    <message>
        <source>At %1 h UTC</source>
        <translation>Um %1 Uhr UTC</translation>
    </message>
    <message>
        <source>The mean of the day</source>
        <translation>Das Mittel des Tages</translation>
    </message>
    <message>
        <source>One primary, read replicas</source>
        <translation>Ein Primary, Lesereplikate</translation>
    </message>
    <message>
        <source>Everything at the primary</source>
        <translation>Alles beim Primary</translation>
    </message>
    <message>
        <source>Quorums</source>
        <translation>Quoren</translation>
    </message>
    <message>
        <source>Local first</source>
        <translation>Zuerst lokal</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>Primary in %1</source>
        <translation>Primary in %1</translation>
    </message>
    <message>
        <source>%1 % writes</source>
        <translation>%1 % Schreibzugriffe</translation>
    </message>
    <message>
        <source>Other quorums</source>
        <translation>Andere Quoren</translation>
    </message>
    <message>
        <source>Other replicas</source>
        <translation>Andere Replikate</translation>
    </message>
    <message>
        <source>Announce everywhere</source>
        <translation>Überall ankündigen</translation>
    </message>
    <message>
        <source>Announce where deployed</source>
        <translation>Ankündigen, wo bereitgestellt</translation>
    </message>
</context>
<context>
    <name>catchment::app::Autosave</name>
    <message>
        <source>This work cannot be kept for after a crash, so save it yourself: %1</source>
        <translation>Diese Arbeit kann nicht für den Fall eines Absturzes gesichert werden; bitte selbst speichern: %1</translation>
    </message>
</context>
<context>
    <name>catchment::app::ChangesPanel</name>
    <message>
        <source>Who moved</source>
        <translation>Wer gewechselt hat</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Nothing yet. Tick a region, say nrt, and see who moves and what it costs or gains.</source>
        <translation>Noch nichts. Eine Region ankreuzen, etwa nrt, und sehen, wer wechselt und was es kostet oder bringt.</translation>
    </message>
    <message>
        <source>Now against A: %1</source>
        <translation>Jetzt gegen A: %1</translation>
    </message>
    <message>
        <source>What changed: %1</source>
        <translation>Was sich geändert hat: %1</translation>
    </message>
</context>
<context>
    <name>catchment::app::ChartsPanel</name>
    <message>
        <source>Users per region</source>
        <translation>Nutzer je Region</translation>
    </message>
    <message>
        <source>Users per region: now, and A as an outline</source>
        <translation>Nutzer je Region: jetzt, und A als Umriss</translation>
    </message>
    <message>
        <source>Users per region: now, and before as an outline</source>
        <translation>Nutzer je Region: jetzt, und vorher als Umriss</translation>
    </message>
</context>
<context>
    <name>catchment::app::CityTable</name>
    <message>
        <source>Filter: city, country or region</source>
        <translation>Filter: Stadt, Land oder Region</translation>
    </message>
    <message>
        <source>Filter the table</source>
        <translation>Tabelle filtern</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected rows, or all, for a spreadsheet</source>
        <translation>Die gewählten Zeilen, sonst alle, für eine Tabellenkalkulation kopieren</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Ausgeben …</translation>
    </message>
    <message>
        <source>Write the cities that are listed to a CSV file</source>
        <translation>Die aufgelisteten Städte in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>All cities</source>
        <translation>Alle Städte</translation>
    </message>
    <message>
        <source>unreached</source>
        <translation>unerreicht</translation>
    </message>
    <message>
        <source>%1 cities</source>
        <translation>%1 Städte</translation>
    </message>
    <message>
        <source>%1 of %2 cities</source>
        <translation>%1 von %2 Städten</translation>
    </message>
    <message>
        <source>Export the table</source>
        <translation>Tabelle ausgeben</translation>
    </message>
    <message>
        <source>Tables (*.csv);;All files (*)</source>
        <translation>Tabellen (*.csv);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>catchment::app::Classroom</name>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
    </message>
    <message>
        <source>&amp;Predict cities, then reveal</source>
        <translation>Städte &amp;vorhersagen, dann aufdecken</translation>
    </message>
    <message>
        <source>Paint the &amp;catchments, then reveal</source>
        <translation>&amp;Einzugsgebiete malen, dann aufdecken</translation>
    </message>
    <message>
        <source>L&amp;eave</source>
        <translation>Ver&amp;lassen</translation>
    </message>
    <message>
        <source>Save my &amp;answers …</source>
        <translation>Meine &amp;Antworten speichern …</translation>
    </message>
    <message>
        <source>Save predictions as CS&amp;V …</source>
        <translation>Vorhersagen als &amp;CSV speichern …</translation>
    </message>
    <message>
        <source>&amp;Worksheet</source>
        <translation>Arbeits&amp;blatt</translation>
    </message>
    <message>
        <source>&amp;Save without answers …</source>
        <translation>&amp;Ohne Antworten speichern …</translation>
    </message>
    <message>
        <source>Save &amp;with answers …</source>
        <translation>&amp;Mit Antworten speichern …</translation>
    </message>
    <message>
        <source>&amp;Print without answers …</source>
        <translation>Ohne Antworten &amp;drucken …</translation>
    </message>
    <message>
        <source>Print with &amp;answers …</source>
        <translation>Mit &amp;Antworten drucken …</translation>
    </message>
    <message>
        <source>Another, by its &amp;folder …</source>
        <translation>Eine andere, aus ihrem &amp;Ordner …</translation>
    </message>
    <message>
        <source>Open the folder of a lesson</source>
        <translation>Ordner einer Lektion öffnen</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Save my answers</source>
        <translation>Meine Antworten speichern</translation>
    </message>
    <message>
        <source>Your name:</source>
        <translation>Ihr Name:</translation>
    </message>
    <message>
        <source>Answers (*.catchment-answers.json);;All files (*)</source>
        <translation>Antworten (*.catchment-answers.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save predictions</source>
        <translation>Vorhersagen speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Save the worksheet</source>
        <translation>Arbeitsblatt speichern</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>Lessons on anycast, step by step</source>
        <translation>Lektionen zu Anycast, Schritt für Schritt</translation>
    </message>
</context>
<context>
    <name>catchment::app::CommandBar</name>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>A fly deploy or fly scale count command; Enter carries it out.</source>
        <translation>Ein Befehl fly deploy oder fly scale count; die Eingabetaste führt ihn aus.</translation>
    </message>
    <message>
        <source>fly deploy -a APP -r REGION …</source>
        <translation>fly deploy -a APP -r REGION …</translation>
    </message>
    <message>
        <source>Enter deploys. Up and down: earlier commands. Region codes are completed.</source>
        <translation>Die Eingabetaste rollt aus. Auf und ab: frühere Befehle. Kürzel von Regionen werden ergänzt.</translation>
    </message>
</context>
<context>
    <name>catchment::app::CommandLine</name>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
</context>
<context>
    <name>catchment::app::CompareActions</name>
    <message>
        <source>&amp;Pin this state as A</source>
        <translation>Diesen Stand als A &amp;anheften</translation>
    </message>
    <message>
        <source>&amp;Let go of A</source>
        <translation>A &amp;loslassen</translation>
    </message>
    <message>
        <source>&amp;One map</source>
        <translation>&amp;Eine Karte</translation>
    </message>
    <message>
        <source>&amp;Swipe between A and now</source>
        <translation>Zwischen A und jetzt &amp;wischen</translation>
    </message>
    <message>
        <source>A and now side &amp;by side</source>
        <translation>A und jetzt &amp;nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Let go of A (%1)</source>
        <translation>A &amp;loslassen (%1)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Pin a state and compare what it becomes</source>
        <translation>Einen Stand anheften und vergleichen, was aus ihm wird</translation>
    </message>
</context>
<context>
    <name>catchment::app::ComparePanel</name>
    <message>
        <source>Movers taken together</source>
        <translation>Wechsler zusammengefasst</translation>
    </message>
    <message>
        <source>by city</source>
        <translation>nach Stadt</translation>
    </message>
    <message>
        <source>by country</source>
        <translation>nach Land</translation>
    </message>
    <message>
        <source>by access network</source>
        <translation>nach Zugangsnetz</translation>
    </message>
    <message>
        <source>What regions gained and lost</source>
        <translation>Was Regionen gewannen und verloren</translation>
    </message>
    <message>
        <source>Who moved</source>
        <translation>Wer gewechselt hat</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Change something, or pin this state as A (Ctrl+D) and change as much as you like.</source>
        <translation>Etwas ändern, oder diesen Stand als A anheften (Strg+D) und beliebig viel ändern.</translation>
    </message>
    <message>
        <source>Now against A: %1</source>
        <translation>Jetzt gegen A: %1</translation>
    </message>
    <message>
        <source>Now against before: %1</source>
        <translation>Jetzt gegen vorher: %1</translation>
    </message>
    <message>
        <source>%1 RTT: mean %2, median %3, 95 % within %4.</source>
        <translation>%1 RTT: Mittel %2, Median %3, 95 % innerhalb von %4.</translation>
    </message>
    <message>
        <source>%1 Whole journeys: mean %2, median %3, 95 % within %4.</source>
        <translation>%1 Ganze Wege: Mittel %2, Median %3, 95 % innerhalb von %4.</translation>
    </message>
</context>
<context>
    <name>catchment::app::ConvergenceAnimation</name>
    <message>
        <source>%1: %2 s later · %3 % of the users without a region</source>
        <translation>%1: %2 s später · %3 % der Nutzer ohne Region</translation>
    </message>
    <message>
        <source>before: %1 · %2 % of the users without a region</source>
        <translation>vorher: %1 · %2 % der Nutzer ohne Region</translation>
    </message>
</context>
<context>
    <name>catchment::app::CostChart</name>
    <message>
        <source>RTT by number of regions</source>
        <translation>RTT nach Zahl der Regionen</translation>
    </message>
    <message>
        <source>regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>%1, ms</source>
        <translation>%1, ms</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, %1 users reach nothing</source>
        <translation>, %1 Nutzer erreichen nichts</translation>
    </message>
</context>
<context>
    <name>catchment::app::DataChart</name>
    <message>
        <source>%1: reads %2, writes %3</source>
        <translation>%1: Lesen %2, Schreiben %3</translation>
    </message>
    <message>
        <source>Users by the time that their reads and writes take</source>
        <translation>Nutzer nach der Dauer ihrer Lese- und Schreibzugriffe</translation>
    </message>
    <message>
        <source>Reads against writes, a dot for each city</source>
        <translation>Lesen gegen Schreiben, ein Punkt je Stadt</translation>
    </message>
    <message>
        <source>time of a request, ms; reads filled, writes outlined</source>
        <translation>Dauer einer Anfrage, ms; Lesen gefüllt, Schreiben umrandet</translation>
    </message>
    <message>
        <source>reads, ms</source>
        <translation>Lesen, ms</translation>
    </message>
    <message>
        <source>writes, ms</source>
        <translation>Schreiben, ms</translation>
    </message>
    <message>
        <source>reads %1</source>
        <translation>Lesen %1</translation>
    </message>
    <message>
        <source>writes %1</source>
        <translation>Schreiben %1</translation>
    </message>
    <message>
        <source>all, %1 writes: %2</source>
        <translation>alle, %1 Schreiben: %2</translation>
    </message>
    <message>
        <source>Reads take %1 on average, writes %2; 95 % of the reads within %3, of the writes within %4</source>
        <translation>Lesen dauert im Mittel %1, Schreiben %2; 95 % der Lesezugriffe in %3, der Schreibzugriffe in %4</translation>
    </message>
</context>
<context>
    <name>catchment::app::DataForm</name>
    <message>
        <source>What is promised about the data</source>
        <translation>Was über die Daten zugesagt ist</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>primary, read replicas</source>
        <translation>Primary, Lesereplikate</translation>
    </message>
    <message>
        <source>all at the primary</source>
        <translation>alles beim Primary</translation>
    </message>
    <message>
        <source>quorums</source>
        <translation>Quoren</translation>
    </message>
    <message>
        <source>local first</source>
        <translation>zuerst lokal</translation>
    </message>
    <message>
        <source>The region that takes the writes</source>
        <translation>Die Region, die Schreibzugriffe annimmt</translation>
    </message>
    <message>
        <source>The regions that hold the data besides</source>
        <translation>Die Regionen, die die Daten außerdem halten</translation>
    </message>
    <message>
        <source>Replicas that confirm a write</source>
        <translation>Replikate, die einen Schreibzugriff bestätigen</translation>
    </message>
    <message>
        <source>W </source>
        <translation>W </translation>
    </message>
    <message>
        <source>Replicas that answer a read</source>
        <translation>Replikate, die einen Lesezugriff beantworten</translation>
    </message>
    <message>
        <source>R </source>
        <translation>R </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Primary</source>
        <translation>&amp;Primary</translation>
    </message>
    <message>
        <source>Rep&amp;licas</source>
        <translation>Rep&amp;likate</translation>
    </message>
    <message>
        <source>&amp;Quorums</source>
        <translation>&amp;Quoren</translation>
    </message>
    <message>
        <source>&amp;Writes</source>
        <translation>Sch&amp;reiben</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
</context>
<context>
    <name>catchment::app::DataPanel</name>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Users by time</source>
        <translation>Nutzer nach Dauer</translation>
    </message>
    <message>
        <source>Slowest cities</source>
        <translation>Langsamste Städte</translation>
    </message>
    <message>
        <source>From the edges</source>
        <translation>Von den Edges aus</translation>
    </message>
    <message>
        <source>Colours the map by how long each city&apos;s writes take, in place of regions</source>
        <translation>Färbt die Karte nach der Dauer der Schreibzugriffe jeder Stadt statt nach Regionen</translation>
    </message>
    <message>
        <source>What the placement of the data means</source>
        <translation>Was die Platzierung der Daten bedeutet</translation>
    </message>
    <message>
        <source>Double click or Enter puts the primary there</source>
        <translation>Doppelklick oder Eingabe setzt den Primary dorthin</translation>
    </message>
    <message>
        <source>Choose what is promised about the app&apos;s data: how long reads and writes take is told here, and what failures leave.</source>
        <translation>Wählen Sie, was über die Daten der App zugesagt ist: hier steht, wie lange Lesen und Schreiben dauern und was Ausfälle übrig lassen.</translation>
    </message>
    <message>
        <source>Writes take</source>
        <translation>Schreiben dauert</translation>
    </message>
    <message>
        <source>Ma&amp;p</source>
        <translation>&amp;Karte</translation>
    </message>
    <message>
        <source>City by city</source>
        <translation>Stadt für Stadt</translation>
    </message>
    <message>
        <source>If one fails</source>
        <translation>Fällt eine aus</translation>
    </message>
    <message>
        <source>Replicas, cuts</source>
        <translation>Replikate, Schnitte</translation>
    </message>
    <message>
        <source>Best primary</source>
        <translation>Bester Primary</translation>
    </message>
</context>
<context>
    <name>catchment::app::DesignsPanel</name>
    <message>
        <source>With every edge announcing, the mean journey takes %1; with deployed regions only, %2.</source>
        <translation>Kündigt jede Edge an, dauert der mittlere Weg %1; kündigen nur bereitgestellte Regionen an, %2.</translation>
    </message>
    <message>
        <source>When %1 fails, connections of %2 users break, or of %3.</source>
        <translation>Fällt %1 aus, reißen die Verbindungen von %2 Nutzern ab, oder von %3.</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>Whole journeys</source>
        <translation>Ganze Wege</translation>
    </message>
    <message>
        <source>When something fails</source>
        <translation>Wenn etwas ausfällt</translation>
    </message>
    <message>
        <source>City by city</source>
        <translation>Stadt für Stadt</translation>
    </message>
    <message>
        <source>Whole journeys under both designs</source>
        <translation>Ganze Wege bei beiden Entwürfen</translation>
    </message>
    <message>
        <source>Both designs beside each other</source>
        <translation>Beide Entwürfe nebeneinander</translation>
    </message>
    <message>
        <source>Users whom BGP leads to another edge, whom another instance serves, and whose connections break: either of the two</source>
        <translation>Nutzer, die BGP zu einer anderen Edge führt, die eine andere Instanz bedient, und deren Verbindungen abreißen: eins von beiden</translation>
    </message>
    <message>
        <source>The app is deployed nowhere, so there is nothing to compare: tick a region.</source>
        <translation>Die App ist nirgends bereitgestellt, es gibt also nichts zu vergleichen: eine Region ankreuzen.</translation>
    </message>
    <message>
        <source>Solving both designs, and each with failures …</source>
        <translation>Beide Entwürfe werden gelöst, jeder auch mit Ausfällen …</translation>
    </message>
</context>
<context>
    <name>catchment::app::DetailTabs</name>
    <message>
        <source>Charts, tables and studies</source>
        <translation>Schaubilder, Tabellen und Studien</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Alle Seiten</translation>
    </message>
</context>
<context>
    <name>catchment::app::DistanceChart</name>
    <message>
        <source>Distance to the region against round-trip time, a dot for each city</source>
        <translation>Entfernung zur Region gegen Umlaufzeit, ein Punkt je Stadt</translation>
    </message>
    <message>
        <source>great circle to the region, km</source>
        <translation>Großkreis zur Region, km</translation>
    </message>
    <message>
        <source>round-trip time, ms</source>
        <translation>Umlaufzeit, ms</translation>
    </message>
    <message>
        <source>%1 → %2: %3, %4</source>
        <translation>%1 → %2: %3, %4</translation>
    </message>
    <message>
        <source>light in fibre, straight there and back</source>
        <translation>Licht in Glasfaser, geradewegs hin und zurück</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
</context>
<context>
    <name>catchment::app::DnsForm</name>
    <message>
        <source>client su&amp;bnet</source>
        <translation>S&amp;ubnetz</translation>
    </message>
    <message>
        <source>Whom users ask for the app&apos;s address</source>
        <translation>Wen die Nutzer nach der Adresse der App fragen</translation>
    </message>
    <message>
        <source>the network&apos;s own</source>
        <translation>der des Netzes</translation>
    </message>
    <message>
        <source>public</source>
        <translation>öffentliche</translation>
    </message>
    <message>
        <source>some of each</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>Share of the users who ask a public resolver</source>
        <translation>Anteil der Nutzer, die einen öffentlichen Resolver fragen</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Resolvers pass on where the user is (RFC 7871)</source>
        <translation>Resolver geben weiter, wo der Nutzer ist (RFC 7871)</translation>
    </message>
    <message>
        <source>For how long resolvers keep an answer</source>
        <translation>Wie lange Resolver eine Antwort behalten</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Re&amp;solver</source>
        <translation>Re&amp;solver</translation>
    </message>
    <message>
        <source>P&amp;ublic</source>
        <translation>Ö&amp;ffentl.</translation>
    </message>
    <message>
        <source>TT&amp;L</source>
        <translation>TT&amp;L</translation>
    </message>
</context>
<context>
    <name>catchment::app::EdgePanel</name>
    <message>
        <source>Every edge &amp;announces</source>
        <translation>Jede Edge &amp;kündigt an</translation>
    </message>
    <message>
        <source>past it on to the &amp;next region</source>
        <translation>darüber zur &amp;nächsten Region</translation>
    </message>
    <message>
        <source>at one &amp;hour (UTC)</source>
        <translation>zu einer &amp;Stunde (UTC)</translation>
    </message>
    <message>
        <source>BGP leads users to the edge of any region, deployed or not; the operator&apos;s proxy carries their requests on to an instance. Otherwise only deployed regions announce.</source>
        <translation>BGP führt Nutzer zur Edge irgendeiner Region, bereitgestellt oder nicht; der Proxy des Betreibers trägt ihre Anfragen weiter zu einer Instanz. Sonst kündigen nur bereitgestellte Regionen an.</translation>
    </message>
    <message>
        <source>Instances of the deployed regions</source>
        <translation>Instanzen der bereitgestellten Regionen</translation>
    </message>
    <message>
        <source>Concurrent requests of one instance from which on others are preferred</source>
        <translation>Gleichzeitige Anfragen einer Instanz, ab denen andere vorgezogen werden</translation>
    </message>
    <message>
        <source>Concurrent requests that one instance takes at most; what finds no other fails</source>
        <translation>Gleichzeitige Anfragen, die eine Instanz höchstens annimmt; was keine andere findet, schlägt fehl</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>What finds instances at their soft limit goes on to the next region; otherwise it stays until they are at the hard one</source>
        <translation>Was Instanzen an ihrer weichen Grenze findet, geht zur nächsten Region; sonst bleibt es, bis sie an der harten sind</translation>
    </message>
    <message>
        <source>So&amp;ft limit</source>
        <translation>&amp;Weiche Grenze</translation>
    </message>
    <message>
        <source>Har&amp;d limit</source>
        <translation>Har&amp;te Grenze</translation>
    </message>
    <message>
        <source>How busy users are at that hour of theirs, by the sun; otherwise the mean of the day</source>
        <translation>Wie rege Nutzer zu ihrer Tageszeit sind, nach der Sonne; sonst das Mittel des Tages</translation>
    </message>
    <message>
        <source>Hour of the day, UTC</source>
        <translation>Stunde des Tages, UTC</translation>
    </message>
    <message>
        <source>Play the day: loads follow the sun</source>
        <translation>Den Tag abspielen: die Last folgt der Sonne</translation>
    </message>
    <message>
        <source>Play the day</source>
        <translation>Den Tag abspielen</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Only deployed regions announce, and each serves whom BGP leads there.</source>
        <translation>Nur bereitgestellte Regionen kündigen an, und jede bedient, wen BGP dorthin führt.</translation>
    </message>
    <message>
        <source>%1 of %2 concurrent requests fail: no instance has room.</source>
        <translation>%1 von %2 gleichzeitigen Anfragen schlagen fehl: keine Instanz hat Platz.</translation>
    </message>
    <message>
        <source>%1 concurrent requests, all served.</source>
        <translation>%1 gleichzeitige Anfragen, alle bedient.</translation>
    </message>
</context>
<context>
    <name>catchment::app::EditPanels</name>
    <message>
        <source>Panels for changes</source>
        <translation>Felder für Änderungen</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Edge</translation>
    </message>
</context>
<context>
    <name>catchment::app::ExportActions</name>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Ausgeben …</translation>
    </message>
    <message>
        <source>Copy &amp;map</source>
        <translation>&amp;Karte kopieren</translation>
    </message>
    <message>
        <source>Save &amp;chart</source>
        <translation>&amp;Schaubild speichern</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Schaubild</translation>
    </message>
    <message>
        <source>%1 …</source>
        <translation>%1 …</translation>
    </message>
</context>
<context>
    <name>catchment::app::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>How much is written</source>
        <translation>Wie viel geschrieben ist</translation>
    </message>
    <message>
        <source>&amp;Export …</source>
        <translation>&amp;Ausgeben …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>SVG drawing</source>
        <translation>SVG-Zeichnung</translation>
    </message>
    <message>
        <source>PDF page</source>
        <translation>PDF-Seite</translation>
    </message>
    <message>
        <source>GIF animation of the flows</source>
        <translation>GIF-Animation der Ströme</translation>
    </message>
    <message>
        <source>WebP animation of the flows</source>
        <translation>WebP-Animation der Ströme</translation>
    </message>
    <message>
        <source>MP4 film of the flows</source>
        <translation>MP4-Film der Ströme</translation>
    </message>
    <message>
        <source>CSV table of the cities</source>
        <translation>CSV-Tabelle der Städte</translation>
    </message>
    <message>
        <source>GeoJSON of cities and cells</source>
        <translation>GeoJSON der Städte und Zellen</translation>
    </message>
    <message>
        <source>Bundle: pictures, data, scenario</source>
        <translation>Bündel: Bilder, Daten, Szenario</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Bildschirm</translation>
    </message>
    <message>
        <source>Slide, 16:9</source>
        <translation>Folie, 16:9</translation>
    </message>
    <message>
        <source>Column of a paper</source>
        <translation>Spalte eines Aufsatzes</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Plakat</translation>
    </message>
    <message>
        <source>Transparent ground</source>
        <translation>Durchsichtiger Grund</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation>Breite in Pixeln</translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation>Höhe in Pixeln</translation>
    </message>
    <message>
        <source>Size, pixels</source>
        <translation>Größe, Pixel</translation>
    </message>
    <message>
        <source>Pixels to the inch</source>
        <translation>Pixel je Zoll</translation>
    </message>
    <message>
        <source>Pixels to the &amp;inch</source>
        <translation>Pixel je &amp;Zoll</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>For a projector</source>
        <translation>Für einen Beamer</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>F&amp;arben</translation>
    </message>
    <message>
        <source>Equal Earth</source>
        <translation>Equal Earth</translation>
    </message>
    <message>
        <source>Robinson</source>
        <translation>Robinson</translation>
    </message>
    <message>
        <source>Mercator</source>
        <translation>Mercator</translation>
    </message>
    <message>
        <source>Globe</source>
        <translation>Globus</translation>
    </message>
    <message>
        <source>&amp;Projection</source>
        <translation>&amp;Projektion</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>made from the figures</source>
        <translation>aus den Zahlen gemacht</translation>
    </message>
    <message>
        <source>&amp;Subtitle</source>
        <translation>&amp;Untertitel</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>&amp;Bildunterschrift</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>subtitle</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>app</source>
        <translation>App</translation>
    </message>
    <message>
        <source>date of the world</source>
        <translation>Datum der Welt</translation>
    </message>
    <message>
        <source>credit</source>
        <translation>Nachweis</translation>
    </message>
    <message>
        <source>way of the city</source>
        <translation>Weg der Stadt</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Zeigt</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Length in seconds</source>
        <translation>Länge in Sekunden</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Bilder je Sekunde</translation>
    </message>
    <message>
        <source> a second</source>
        <translation> je Sekunde</translation>
    </message>
    <message>
        <source>begins anew at its end</source>
        <translation>beginnt am Ende von vorn</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>More than 150 megapixels; choose a smaller size.</source>
        <translation>Mehr als 150 Megapixel; bitte eine kleinere Größe wählen.</translation>
    </message>
    <message>
        <source>-figure</source>
        <translation>-bild</translation>
    </message>
    <message>
        <source>Folder (*)</source>
        <translation>Ordner (*)</translation>
    </message>
    <message>
        <source>%1 (*.%2)</source>
        <translation>%1 (*.%2)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>catchment::app::FaultMenus</name>
    <message>
        <source>Fail %1 (%2)</source>
        <translation>%1 (%2) ausfallen lassen</translation>
    </message>
    <message>
        <source>Fail the link %1–%2</source>
        <translation>Verbindung %1–%2 ausfallen lassen</translation>
    </message>
    <message>
        <source>Fail %1</source>
        <translation>%1 ausfallen lassen</translation>
    </message>
    <message>
        <source>Fail the region %1</source>
        <translation>Region %1 ausfallen lassen</translation>
    </message>
</context>
<context>
    <name>catchment::app::FaultModel</name>
    <message>
        <source>… %L1 more, type to narrow</source>
        <translation>… %L1 weitere, tippen grenzt ein</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>works</source>
        <translation>arbeitet</translation>
    </message>
    <message>
        <source>failed · %1</source>
        <translation>ausgefallen · %1</translation>
    </message>
</context>
<context>
    <name>catchment::app::FaultSearch</name>
    <message>
        <source>network · %1</source>
        <translation>Netz · %1</translation>
    </message>
    <message>
        <source>link · %1–%2</source>
        <translation>Verbindung · %1–%2</translation>
    </message>
    <message>
        <source>exchange</source>
        <translation>Internetknoten</translation>
    </message>
    <message>
        <source>exchange · %1</source>
        <translation>Internetknoten · %1</translation>
    </message>
    <message>
        <source>submarine cable</source>
        <translation>Seekabel</translation>
    </message>
    <message>
        <source>fibre on land</source>
        <translation>Glasfaser an Land</translation>
    </message>
    <message>
        <source>region</source>
        <translation>Region</translation>
    </message>
</context>
<context>
    <name>catchment::app::FaultsPanel</name>
    <message>
        <source>&amp;Repair all</source>
        <translation>Alles &amp;instand setzen</translation>
    </message>
    <message>
        <source>Search what can fail</source>
        <translation>Suchen, was ausfallen kann</translation>
    </message>
    <message>
        <source>Which kind of things</source>
        <translation>Welche Art von Dingen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Exchanges</source>
        <translation>Internetknoten</translation>
    </message>
    <message>
        <source>Cables</source>
        <translation>Kabel</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>At the right: users passing now</source>
        <translation>Rechts: Nutzer, die gerade darüber gehen</translation>
    </message>
    <message>
        <source>What can fail</source>
        <translation>Was ausfallen kann</translation>
    </message>
</context>
<context>
    <name>catchment::app::FileActions</name>
    <message>
        <source>&amp;New: the story</source>
        <translation>&amp;Neu: die Geschichte</translation>
    </message>
    <message>
        <source>&amp;Open …</source>
        <translation>Ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a &amp;world …</source>
        <translation>Eine &amp;Welt öffnen …</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as …</source>
        <translation>Speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>Ein Szenario öffnen</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Das Szenario speichern</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>Diese &amp;vergessen</translation>
    </message>
    <message>
        <source>%1 is no longer there, so it was taken off the list of recent files.</source>
        <translation>%1 gibt es nicht mehr; die Datei wurde von der Liste der zuletzt geöffneten genommen.</translation>
    </message>
    <message>
        <source>%1 is a folder without world.json; expected a scenario file, or the folder of a world&apos;s tables.</source>
        <translation>%1 ist ein Ordner ohne world.json; erwartet wird eine Szenariodatei oder der Ordner mit den Tabellen einer Welt.</translation>
    </message>
    <message>
        <source>Scenarios (*.catchment.json *.json);;All files (*)</source>
        <translation>Szenarien (*.catchment.json *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open the folder of a world&apos;s tables</source>
        <translation>Den Ordner mit den Tabellen einer Welt öffnen</translation>
    </message>
    <message>
        <source>Scenarios (*.catchment.json);;All files (*)</source>
        <translation>Szenarien (*.catchment.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Catchment</source>
        <translation>Catchment</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>Die Änderungen an „%1“ speichern?</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>Sonst gehen sie verloren.</translation>
    </message>
    <message numerus="yes">
        <source>%n files were dropped; drop one scenario file, or the folder of one world or one lesson.</source>
        <translation>
            <numerusform>%n Datei wurde fallen gelassen; erwartet wird eine Szenariodatei oder der Ordner einer Welt oder einer Lektion.</numerusform>
            <numerusform>%n Dateien wurden fallen gelassen; erwartet wird eine Szenariodatei oder der Ordner einer Welt oder einer Lektion.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not on this computer; drop a scenario file, or the folder of a world or a lesson.</source>
        <translation>%1 ist nicht auf diesem Rechner; erwartet wird eine Szenariodatei oder der Ordner einer Welt oder einer Lektion.</translation>
    </message>
</context>
<context>
    <name>catchment::app::FileWatch</name>
    <message>
        <source>Another program has changed “%1”. To read it again can be undone.</source>
        <translation>Ein anderes Programm hat „%1“ geändert. Neu zu lesen lässt sich rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>catchment::app::HappeningsModel</name>
    <message>
        <source>gets a route</source>
        <translation>erhält eine Route</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 zu %2</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>AS path</source>
        <translation>AS-Pfad</translation>
    </message>
    <message>
        <source>another route</source>
        <translation>andere Route</translation>
    </message>
    <message>
        <source>loses its route</source>
        <translation>verliert die Route</translation>
    </message>
    <message>
        <source>✕ from %1</source>
        <translation>✕ von %1</translation>
    </message>
    <message>
        <source>◇ from %1</source>
        <translation>◇ von %1</translation>
    </message>
    <message>
        <source>◆ from %1</source>
        <translation>◆ von %1</translation>
    </message>
</context>
<context>
    <name>catchment::app::HijackEditor</name>
    <message>
        <source>Forge the operator&apos;s &amp;origin</source>
        <translation>&amp;Ursprung des Betreibers fälschen</translation>
    </message>
    <message>
        <source>Hijacking network</source>
        <translation>Entführendes Netz</translation>
    </message>
    <message>
        <source>City of the hijack</source>
        <translation>Stadt der Entführung</translation>
    </message>
    <message>
        <source>Length of the hijacked prefix</source>
        <translation>Länge des entführten Präfixes</translation>
    </message>
    <message>
        <source>The announced path ends in the operator&apos;s AS number, so that origin validation finds it valid where the length is</source>
        <translation>Der angekündigte Pfad endet mit der AS-Nummer des Betreibers, sodass die Ursprungsprüfung ihn gelten lässt, wo es die Länge tut</translation>
    </message>
    <message>
        <source>the operator&apos;s own</source>
        <translation>wie der Betreiber</translation>
    </message>
    <message>
        <source>more specific</source>
        <translation>spezifischer</translation>
    </message>
    <message>
        <source>End the hijack</source>
        <translation>Entführung beenden</translation>
    </message>
    <message>
        <source>Hijack</source>
        <translation>Entführen</translation>
    </message>
</context>
<context>
    <name>catchment::app::InstanceModel</name>
    <message>
        <source>down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2 instances, %3 failed</source>
        <translation>%1: %2 Instanzen, %3 ausgefallen</translation>
    </message>
    <message>
        <source>, %1 concurrent requests</source>
        <translation>, %1 gleichzeitige Anfragen</translation>
    </message>
    <message>
        <source>%1, at the limit</source>
        <translation>%1, an der Grenze</translation>
    </message>
    <message>
        <source>%1 !</source>
        <translation>%1 !</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Deployed regions</source>
        <translation>Bereitgestellte Regionen</translation>
    </message>
    <message>
        <source>Instances that run there; double click or F2 changes it</source>
        <translation>Instanzen, die dort laufen; Doppelklick oder F2 ändert es</translation>
    </message>
    <message>
        <source>How many of them have failed; double click or F2 changes it</source>
        <translation>Wie viele davon ausgefallen sind; Doppelklick oder F2 ändert es</translation>
    </message>
    <message>
        <source>Concurrent requests, of as many as all healthy instances take</source>
        <translation>Gleichzeitige Anfragen, von so vielen, wie alle gesunden Instanzen annehmen</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Aus</translation>
    </message>
</context>
<context>
    <name>catchment::app::JourneyPanel</name>
    <message>
        <source>Access network</source>
        <translation>Zugangsnetz</translation>
    </message>
    <message>
        <source>The access network whose users travel</source>
        <translation>Das Zugangsnetz, dessen Nutzer unterwegs sind</translation>
    </message>
    <message>
        <source>Steps of the journey</source>
        <translation>Stationen der Reise</translation>
    </message>
    <message>
        <source>unreached</source>
        <translation>unerreicht</translation>
    </message>
    <message>
        <source>%1 (%2) → %3</source>
        <translation>%1 (%2) → %3</translation>
    </message>
    <message>
        <source>Click a city on the map</source>
        <translation>Eine Stadt auf der Karte anklicken</translation>
    </message>
    <message>
        <source>Its users&apos; journey to the app is told here.</source>
        <translation>Die Reise ihrer Nutzer zur App wird hier erzählt.</translation>
    </message>
    <message>
        <source>%1 users online · through %2</source>
        <translation>%1 Nutzer online · über %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 über %2</translation>
    </message>
</context>
<context>
    <name>catchment::app::LessonMap</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>catchment::app::LessonPanel</name>
    <message>
        <source>H&amp;int</source>
        <translation>H&amp;inweis</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Zurück</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Lektion verlassen</translation>
    </message>
    <message>
        <source>Steps that are complete</source>
        <translation>Erledigte Schritte</translation>
    </message>
    <message>
        <source>What the lesson says</source>
        <translation>Was die Lektion sagt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>## You are through

%1 of %2 points.</source>
        <translation>## Geschafft

%1 von %2 Punkten.</translation>
    </message>
    <message>
        <source>To read on:</source>
        <translation>Zum Weiterlesen:</translation>
    </message>
    <message>
        <source>After this lesson you can:</source>
        <translation>Nach dieser Lektion können Sie:</translation>
    </message>
    <message>
        <source>Hint:</source>
        <translation>Hinweis:</translation>
    </message>
    <message>
        <source>%1 of %2 points</source>
        <translation>%1 von %2 Punkten</translation>
    </message>
    <message>
        <source>&amp;Save my answers …</source>
        <translation>Meine Antworten &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Reveal</source>
        <translation>&amp;Aufdecken</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>&amp;Prüfen</translation>
    </message>
    <message>
        <source>&amp;Leave</source>
        <translation>&amp;Verlassen</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>&amp;Weiter</translation>
    </message>
</context>
<context>
    <name>catchment::app::LessonRun</name>
    <message>
        <source>Lesson: %1</source>
        <translation>Lektion: %1</translation>
    </message>
</context>
<context>
    <name>catchment::app::MainWindow</name>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Keep what is open</source>
        <translation>Behalten, was offen ist</translation>
    </message>
    <message>
        <source>Only the &amp;map</source>
        <translation>Nur die &amp;Karte</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Entfernung</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Schaubilder</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleich</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Catchment</source>
        <translation>&amp;Über Catchment</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Command line</source>
        <translation>&amp;Befehlszeile</translation>
    </message>
    <message>
        <source>&amp;Search …</source>
        <translation>&amp;Suchen …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Table of all cities</source>
        <translation>&amp;Tabelle aller Städte</translation>
    </message>
    <message>
        <source>Reset &amp;window</source>
        <translation>&amp;Fenster zurücksetzen</translation>
    </message>
    <message>
        <source>The world cannot be read.</source>
        <translation>Die Welt kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This scenario cannot be solved.</source>
        <translation>Dieses Szenario kann nicht gelöst werden.</translation>
    </message>
    <message>
        <source>%1[*] – Catchment</source>
        <translation>%1[*] – Catchment</translation>
    </message>
    <message>
        <source>Playbook</source>
        <translation>Spielbuch</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>Nächste Region</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>Regions, faults, security</source>
        <translation>Regionen, Störungen, Sicherheit</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Steering</source>
        <translation>Lenkung</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>C&amp;lassroom</source>
        <translation>&amp;Unterricht</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Pla&amp;y the last change</source>
        <translation>Letzte Ä&amp;nderung abspielen</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Designs</source>
        <translation>Entwürfe</translation>
    </message>
</context>
<context>
    <name>catchment::app::MapActions</name>
    <message>
        <source>&amp;Lens: by BGP against by distance</source>
        <translation>&amp;Linse: nach BGP gegen nach Entfernung</translation>
    </message>
    <message>
        <source>&amp;Moved only</source>
        <translation>Nur &amp;Gewechselte</translation>
    </message>
    <message>
        <source>&amp;Reduced motion</source>
        <translation>&amp;Weniger Bewegung</translation>
    </message>
    <message>
        <source>&amp;Equal Earth</source>
        <translation>&amp;Equal Earth</translation>
    </message>
    <message>
        <source>&amp;Robinson</source>
        <translation>&amp;Robinson</translation>
    </message>
    <message>
        <source>&amp;Mercator</source>
        <translation>&amp;Mercator</translation>
    </message>
    <message>
        <source>&amp;Globe</source>
        <translation>&amp;Globus</translation>
    </message>
    <message>
        <source>&amp;Projection</source>
        <translation>&amp;Projektion</translation>
    </message>
    <message>
        <source>Map &amp;layers</source>
        <translation>Karten&amp;ebenen</translation>
    </message>
</context>
<context>
    <name>catchment::app::MapMenus</name>
    <message>
        <source>&amp;Show the way of %1</source>
        <translation>Den Weg von %1 &amp;zeigen</translation>
    </message>
    <message>
        <source>&amp;Remove %1, the nearest region (%2)</source>
        <translation>%1 &amp;entfernen, die nächste Region (%2)</translation>
    </message>
    <message>
        <source>&amp;Deploy %1, the nearest region (%2)</source>
        <translation>%1 &amp;ausrollen, die nächste Region (%2)</translation>
    </message>
    <message>
        <source>&amp;Place a region here</source>
        <translation>Hier eine Region auf&amp;stellen</translation>
    </message>
    <message>
        <source>&amp;Hijack from here</source>
        <translation>Von hier &amp;entführen</translation>
    </message>
    <message>
        <source>&amp;Fail a network here</source>
        <translation>Hier ein &amp;Netz ausfallen lassen</translation>
    </message>
    <message>
        <source>%L1 more: see Security</source>
        <translation>%L1 weitere: siehe Sicherheit</translation>
    </message>
    <message>
        <source>%L1 more: see Faults</source>
        <translation>%L1 weitere: siehe Störungen</translation>
    </message>
</context>
<context>
    <name>catchment::app::MapPanel</name>
    <message>
        <source>Map of the world: catchments, flows and the way of the selected city</source>
        <translation>Weltkarte: Einzugsgebiete, Ströme und der Weg der gewählten Stadt</translation>
    </message>
    <message>
        <source>Reading the world …</source>
        <translation>Die Welt wird gelesen …</translation>
    </message>
    <message>
        <source>A · %1</source>
        <translation>A · %1</translation>
    </message>
    <message>
        <source>now · %1</source>
        <translation>jetzt · %1</translation>
    </message>
    <message>
        <source>The map cannot be shown: its files are missing from this installation.</source>
        <translation>Die Karte kann nicht gezeigt werden: Ihre Dateien fehlen in dieser Installation.</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>Ihre Vorhersage</translation>
    </message>
</context>
<context>
    <name>catchment::app::MarkView</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no region</source>
        <translation>keine Region</translation>
    </message>
    <message>
        <source>%1 (key %2)</source>
        <translation>%1 (Taste %2)</translation>
    </message>
    <message>
        <source>Cities and the regions you gave them</source>
        <translation>Städte und die Regionen, die Sie ihnen gegeben haben</translation>
    </message>
    <message>
        <source>Choose a region, then draw over the map with the left button. The right button moves the map.</source>
        <translation>Wählen Sie eine Region und malen Sie mit der linken Taste über die Karte. Die rechte Taste bewegt die Karte.</translation>
    </message>
    <message numerus="yes">
        <source>%n city(s) painted.</source>
        <translation>
            <numerusform>%n Stadt gemalt.</numerusform>
            <numerusform>%n Städte gemalt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 % of the users of these %2 cities were painted right.</source>
        <translation>%1 % der Nutzer dieser %2 Städte sind richtig gemalt.</translation>
    </message>
</context>
<context>
    <name>catchment::app::MessageBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>catchment::app::NetworkPicker</name>
    <message>
        <source>Network: name or AS number</source>
        <translation>Netz: Name oder AS-Nummer</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Type a name or an AS number and choose from the list</source>
        <translation>Einen Namen oder eine AS-Nummer tippen und aus der Liste wählen</translation>
    </message>
    <message>
        <source>… %L1 more, type to narrow</source>
        <translation>… %L1 weitere, tippen grenzt ein</translation>
    </message>
</context>
<context>
    <name>catchment::app::NextRegionPanel</name>
    <message>
        <source>What one more region would bring</source>
        <translation>Was eine weitere Region brächte</translation>
    </message>
    <message>
        <source>Trying every region that can be deployed …</source>
        <translation>Jede Region, die ausgerollt werden kann, wird versucht …</translation>
    </message>
    <message>
        <source>Every region that can be deployed is deployed.</source>
        <translation>Jede Region, die ausgerollt werden kann, ist ausgerollt.</translation>
    </message>
    <message>
        <source>One more region, best first; mean RTT now: %1. Double click or Enter deploys it.</source>
        <translation>Eine weitere Region, die beste zuerst; mittlere RTT jetzt: %1. Doppelklick oder Eingabetaste rollt sie aus.</translation>
    </message>
    <message>
        <source>The first region, best first. Double click or Enter deploys it.</source>
        <translation>Die erste Region, die beste zuerst. Doppelklick oder Eingabetaste rollt sie aus.</translation>
    </message>
</context>
<context>
    <name>catchment::app::OperatorEditor</name>
    <message>
        <source>&amp;Back to the world&apos;s</source>
        <translation>&amp;Zurück zu dem der Welt</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Betreiber</translation>
    </message>
    <message>
        <source>Who announces: the world&apos;s operator, or a network of one&apos;s own</source>
        <translation>Wer ankündigt: der Betreiber der Welt oder ein eigenes Netz</translation>
    </message>
    <message>
        <source>&amp;Lay a network of my own</source>
        <translation>Ein eigenes &amp;Netz anlegen</translation>
    </message>
    <message>
        <source>AS number of the operator</source>
        <translation>AS-Nummer des Betreibers</translation>
    </message>
    <message>
        <source>Name of the operator</source>
        <translation>Name des Betreibers</translation>
    </message>
    <message>
        <source>Prefix that it announces, up to a /24</source>
        <translation>Präfix, das er ankündigt, bis zu einem /24</translation>
    </message>
    <message>
        <source>City, or latitude and longitude, of a new region</source>
        <translation>Stadt oder Breite und Länge einer neuen Region</translation>
    </message>
    <message>
        <source>New region: city</source>
        <translation>Neue Region: Stadt</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no AS number</source>
        <translation>„%1“ ist keine AS-Nummer</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no prefix such as 192.0.2.0/24, of a length up to 24</source>
        <translation>„%1“ ist kein Präfix wie 192.0.2.0/24 mit einer Länge bis 24</translation>
    </message>
    <message>
        <source>No city is called &apos;%1&apos;</source>
        <translation>Keine Stadt heißt „%1“</translation>
    </message>
</context>
<context>
    <name>catchment::app::Pin</name>
    <message>
        <source>nothing deployed</source>
        <translation>nichts ausgerollt</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 by DNS</source>
        <translation>%1 mit DNS</translation>
    </message>
</context>
<context>
    <name>catchment::app::Playback</name>
    <message>
        <source>Speed of the flows</source>
        <translation>Geschwindigkeit der Ströme</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>&amp;Pause the flows</source>
        <translation>Ströme &amp;anhalten</translation>
    </message>
    <message>
        <source>&amp;Play the flows</source>
        <translation>Ströme &amp;abspielen</translation>
    </message>
</context>
<context>
    <name>catchment::app::PlaybookChart</name>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>no prepend</source>
        <translation>nichts vorangestellt</translation>
    </message>
    <message>
        <source>prepend 1</source>
        <translation>1 vorangestellt</translation>
    </message>
    <message>
        <source>Playbook</source>
        <translation>Spielbuch</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, prepend %2</source>
        <translation>%1, %2 vorangestellt</translation>
    </message>
    <message>
        <source>%1 withdrawn</source>
        <translation>%1 zurückgezogen</translation>
    </message>
    <message>
        <source>%1: %2 of the users reach %3, mean RTT %4, %5 users move</source>
        <translation>%1: %2 der Nutzer erreichen %3, mittlere RTT %4, %5 Nutzer wechseln</translation>
    </message>
    <message>
        <source>, %1 reach nothing</source>
        <translation>, %1 erreichen nichts</translation>
    </message>
</context>
<context>
    <name>catchment::app::PlaybookPanel</name>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Was die Zellen zeigen</translation>
    </message>
    <message>
        <source>Progress of the playbook</source>
        <translation>Fortschritt des Spielbuchs</translation>
    </message>
    <message>
        <source>users of the region that is tuned</source>
        <translation>Nutzer der eingestellten Region</translation>
    </message>
    <message>
        <source>users of %1</source>
        <translation>Nutzer von %1</translation>
    </message>
    <message>
        <source>mean RTT</source>
        <translation>mittlere RTT</translation>
    </message>
    <message>
        <source>users without a region</source>
        <translation>Nutzer ohne Region</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Compute again</source>
        <translation>Neu rechnen</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Rechnen</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Wird gerechnet …</translation>
    </message>
    <message>
        <source>The scenario has changed since.</source>
        <translation>Das Szenario hat sich seither geändert.</translation>
    </message>
    <message>
        <source>Nothing is deployed.</source>
        <translation>Nichts ist ausgerollt.</translation>
    </message>
    <message>
        <source>Click a cell to do it.</source>
        <translation>Eine Zelle anklicken, um es zu tun.</translation>
    </message>
</context>
<context>
    <name>catchment::app::PresentMode</name>
    <message>
        <source>&amp;Present</source>
        <translation>&amp;Vorführen</translation>
    </message>
    <message>
        <source>ends the presentation</source>
        <translation>beendet die Vorführung</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>plays</source>
        <translation>spielt ab</translation>
    </message>
    <message>
        <source>zooms</source>
        <translation>vergrößert</translation>
    </message>
    <message>
        <source>gives a city a region</source>
        <translation>gibt einer Stadt eine Region</translation>
    </message>
    <message>
        <source>searches</source>
        <translation>sucht</translation>
    </message>
</context>
<context>
    <name>catchment::app::QuestionView</name>
    <message>
        <source>Your number</source>
        <translation>Ihre Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>✓ It is %1.</source>
        <translation>✓ Es sind %1.</translation>
    </message>
    <message>
        <source>✗ It is %1.</source>
        <translation>✗ Es sind %1.</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>in your own words</source>
        <translation>in eigenen Worten</translation>
    </message>
</context>
<context>
    <name>catchment::app::Recovery</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Work on “%1” from %2 was not saved.</source>
        <translation>Die Arbeit an „%1“ von %2 wurde nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>catchment::app::RegionActions</name>
    <message>
        <source>Deploy &amp;only this</source>
        <translation>&amp;Nur diese ausrollen</translation>
    </message>
    <message>
        <source>Attach &amp;NO_EXPORT</source>
        <translation>NO_EXPORT an&amp;hängen</translation>
    </message>
    <message>
        <source>&amp;Failed</source>
        <translation>Aus&amp;gefallen</translation>
    </message>
    <message>
        <source>&amp;0: as it is</source>
        <translation>&amp;0: wie sie ist</translation>
    </message>
    <message>
        <source>&amp;%1 more</source>
        <translation>&amp;%1 weitere</translation>
    </message>
    <message>
        <source>&amp;Remove %1</source>
        <translation>%1 &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Deploy %1</source>
        <translation>%1 &amp;ausrollen</translation>
    </message>
    <message>
        <source>&amp;Deploy</source>
        <translation>&amp;Ausrollen</translation>
    </message>
    <message>
        <source>&amp;Prepend the AS number</source>
        <translation>AS-Nummer &amp;voranstellen</translation>
    </message>
    <message>
        <source>&amp;Drain: announce nothing</source>
        <translation>&amp;Leeren: nichts ankündigen</translation>
    </message>
    <message>
        <source>Re&amp;set the tuning</source>
        <translation>Einstellungen zurück&amp;setzen</translation>
    </message>
    <message>
        <source>&amp;Take it away</source>
        <translation>&amp;Wegnehmen</translation>
    </message>
</context>
<context>
    <name>catchment::app::RegionsPanel</name>
    <message>
        <source>Search regions</source>
        <translation>Regionen suchen</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
</context>
<context>
    <name>catchment::app::RttChart</name>
    <message>
        <source>Users by round-trip time</source>
        <translation>Nutzer nach Umlaufzeit</translation>
    </message>
    <message>
        <source>round-trip time, ms; a bar is 10 ms wide</source>
        <translation>Umlaufzeit, ms; ein Balken ist 10 ms breit</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>95 % within %1</source>
        <translation>95 % innerhalb %1</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Mean %1, median %2, 95 % of the users within %3</source>
        <translation>Mittel %1, Median %2, 95 % der Nutzer innerhalb %3</translation>
    </message>
</context>
<context>
    <name>catchment::app::ScenarioDocument</name>
    <message>
        <source>Read %1 again</source>
        <translation>%1 neu lesen</translation>
    </message>
</context>
<context>
    <name>catchment::app::SearchPalette</name>
    <message>
        <source>City, region, network or exchange</source>
        <translation>Stadt, Region, Netz oder Internetknoten</translation>
    </message>
    <message>
        <source>Search the world</source>
        <translation>Die Welt durchsuchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
</context>
<context>
    <name>catchment::app::SecurityPanel</name>
    <message>
        <source>%1 loses %2 of %3 (%4)</source>
        <translation>%1 verliert %2 von %3 (%4)</translation>
    </message>
    <message>
        <source>… and %1 more regions</source>
        <translation>… und %1 weitere Regionen</translation>
    </message>
    <message>
        <source>Hijack of the operator&apos;s prefix</source>
        <translation>Entführung des Präfixes</translation>
    </message>
    <message>
        <source>Authorised origin (ROA)</source>
        <translation>Berechtigter Ursprung (ROA)</translation>
    </message>
    <message>
        <source>Origin validation</source>
        <translation>Ursprungsprüfung</translation>
    </message>
    <message>
        <source>Authorised origin of the prefix</source>
        <translation>Berechtigter Ursprung des Präfixes</translation>
    </message>
    <message>
        <source>The operator, at its length</source>
        <translation>Der Betreiber, in seiner Länge</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>As the file says</source>
        <translation>Wie die Datei sagt</translation>
    </message>
    <message>
        <source>%1 users captured, %2 of all</source>
        <translation>%1 Nutzer abgefangen, %2 von allen</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>catchment::app::SessionForm</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>What the network is to the operator</source>
        <translation>Was das Netz dem Betreiber ist</translation>
    </message>
    <message>
        <source>peer</source>
        <translation>Peer</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>Where they meet</source>
        <translation>Wo sie sich treffen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privat</translation>
    </message>
    <message>
        <source>They meet privately in the region&apos;s city</source>
        <translation>Sie treffen sich privat in der Stadt der Region</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
</context>
<context>
    <name>catchment::app::SessionModel</name>
    <message>
        <source>withheld</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>MED %1</source>
        <translation>MED %1</translation>
    </message>
    <message>
        <source>All sessions</source>
        <translation>Alle Sitzungen</translation>
    </message>
    <message>
        <source>1 session</source>
        <translation>1 Sitzung</translation>
    </message>
    <message>
        <source>%1 sessions</source>
        <translation>%1 Sitzungen</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>Provider</translation>
    </message>
    <message>
        <source>peer</source>
        <translation>Peer</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>announced as it is</source>
        <translation>unverändert angekündigt</translation>
    </message>
</context>
<context>
    <name>catchment::app::SessionStore</name>
    <message>
        <source>Work left by a crash cannot be read: %1. The file was put aside as %2.</source>
        <translation>Arbeit, die ein Absturz zurückließ, kann nicht gelesen werden: %1. Die Datei liegt nun als %2 beiseite.</translation>
    </message>
    <message>
        <source>Work left by a crash cannot be read: %1.</source>
        <translation>Arbeit, die ein Absturz zurückließ, kann nicht gelesen werden: %1.</translation>
    </message>
</context>
<context>
    <name>catchment::app::StatusLine</name>
    <message>
        <source>Reading the world …</source>
        <translation>Die Welt wird gelesen …</translation>
    </message>
    <message>
        <source>%1 networks</source>
        <translation>%1 Netze</translation>
    </message>
    <message>
        <source>solved in %1</source>
        <translation>gelöst in %1</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>%1 Nutzer</translation>
    </message>
    <message>
        <source>mean RTT %1</source>
        <translation>mittlere RTT %1</translation>
    </message>
    <message>
        <source>%1 not at their nearest region</source>
        <translation>%1 nicht bei ihrer nächsten Region</translation>
    </message>
    <message>
        <source>%1 contested</source>
        <translation>%1 umstritten</translation>
    </message>
    <message>
        <source>%1 captured</source>
        <translation>%1 abgefangen</translation>
    </message>
    <message>
        <source>%1 reach nothing</source>
        <translation>%1 erreichen nichts</translation>
    </message>
    <message>
        <source>%1 is announced nowhere, so nobody reaches it: deploy it to a region.</source>
        <translation>%1 wird nirgends angekündigt, also erreicht niemand die App: in eine Region ausrollen.</translation>
    </message>
    <message>
        <source>%1 in %2 (%3)</source>
        <translation>%1 in %2 (%3)</translation>
    </message>
    <message>
        <source>the rest in %1 more regions</source>
        <translation>der Rest in %1 weiteren Regionen</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 (AS%2) hijacks the address and captures %3 users. %4</source>
        <translation>%1 (AS%2) entführt die Adresse und fängt %3 Nutzer ab. %4</translation>
    </message>
    <message>
        <source>mean RTT %1 to the edge, %2 to the instance</source>
        <translation>mittlere RTT %1 zur Edge, %2 zur Instanz</translation>
    </message>
    <message>
        <source>mean RTT %1 to the edge</source>
        <translation>mittlere RTT %1 zur Edge</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>No instance runs anywhere, so every request fails.</source>
        <translation>Nirgends läuft eine Instanz, also scheitert jede Anfrage.</translation>
    </message>
    <message>
        <source> The requests of %1 users fail for want of room.</source>
        <translation> Die Anfragen von %1 Nutzern scheitern aus Platzmangel.</translation>
    </message>
    <message>
        <source>The proxy there goes on to the instances in %1: %2 in all, on average.</source>
        <translation>Der Proxy dort leitet weiter zu den Instanzen in %1: insgesamt %2 im Mittel.</translation>
    </message>
    <message>
        <source>requests of %1 fail</source>
        <translation>Anfragen von %1 scheitern</translation>
    </message>
    <message>
        <source>Every edge has an address for %1, and the name server decides where each user enters: %2. %3</source>
        <translation>Jede Edge hat eine Adresse für %1, und der Nameserver entscheidet, wo jeder Nutzer ankommt: %2. %3</translation>
    </message>
    <message>
        <source>Every edge announces %1’s address, and BGP decides where each user enters: %2. %3</source>
        <translation>Jede Edge kündigt die Adresse von %1 an, und BGP entscheidet, wo jeder Nutzer ankommt: %2. %3</translation>
    </message>
    <message>
        <source>%1 has an address in each region, and the name server decides where each user arrives: %2.</source>
        <translation>%1 hat in jeder Region eine eigene Adresse, und der Nameserver entscheidet, wo jeder Nutzer ankommt: %2.</translation>
    </message>
    <message>
        <source>%1 has one address everywhere, and BGP decides where each user arrives: %2.</source>
        <translation>%1 hat überall eine Adresse, und BGP entscheidet, wo jeder Nutzer ankommt: %2.</translation>
    </message>
    <message>
        <source>%1 For %2 that is not the nearest.</source>
        <translation>%1 Für %2 ist das nicht die nächste Region.</translation>
    </message>
    <message>
        <source>No user reaches a region of %1.</source>
        <translation>Kein Nutzer erreicht eine Region von %1.</translation>
    </message>
</context>
<context>
    <name>catchment::app::SteeringChoice</name>
    <message>
        <source>Steering</source>
        <translation>Lenkung</translation>
    </message>
    <message>
        <source>How users are led to a region: one address for all, and BGP picks; or each region its own, and the name server picks</source>
        <translation>Wie Nutzer zu einer Region kommen: eine Adresse für alle, und BGP wählt; oder jede Region mit eigener, und der Nameserver wählt</translation>
    </message>
    <message>
        <source>Anycast</source>
        <translation>Anycast</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
</context>
<context>
    <name>catchment::app::SteeringPanel</name>
    <message>
        <source>Side by s&amp;ide</source>
        <translation>Nebene&amp;inander</translation>
    </message>
    <message>
        <source>What happens: the figures are those after it</source>
        <translation>Was geschieht: die Zahlen gelten danach</translation>
    </message>
    <message>
        <source>Which table</source>
        <translation>Welche Tabelle</translation>
    </message>
    <message>
        <source>All users</source>
        <translation>Alle Nutzer</translation>
    </message>
    <message>
        <source>Worst cities</source>
        <translation>Städte</translation>
    </message>
    <message>
        <source>The map under anycast on the left, under DNS on the right, after the event</source>
        <translation>Die Karte mit Anycast links und mit DNS rechts, nach dem Ereignis</translation>
    </message>
    <message>
        <source>Even&amp;t</source>
        <translation>Erei&amp;gnis</translation>
    </message>
    <message>
        <source>Solving both …</source>
        <translation>Beides wird gelöst …</translation>
    </message>
    <message>
        <source>What anycast and DNS get wrong</source>
        <translation>Was Anycast und DNS falsch machen</translation>
    </message>
    <message>
        <source>The cities that fare worst</source>
        <translation>Die Städte, die es am schlechtesten trifft</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 fails</source>
        <translation>%1 fällt aus</translation>
    </message>
    <message>
        <source>Anycast beside DNS</source>
        <translation>Anycast neben DNS</translation>
    </message>
</context>
<context>
    <name>catchment::app::SweepPanel</name>
    <message>
        <source>all deployable</source>
        <translation>alle ausrollbaren</translation>
    </message>
    <message>
        <source>those deployed</source>
        <translation>die ausgerollten</translation>
    </message>
    <message>
        <source>mean RTT</source>
        <translation>mittlere RTT</translation>
    </message>
    <message>
        <source>median RTT</source>
        <translation>Median der RTT</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % innerhalb</translation>
    </message>
    <message>
        <source>Progress of the sweep</source>
        <translation>Fortschritt des Durchlaufs</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Wähle</translation>
    </message>
    <message>
        <source>&amp;of</source>
        <translation>&amp;aus</translation>
    </message>
    <message>
        <source>&amp;least</source>
        <translation>&amp;kleinste</translation>
    </message>
    <message>
        <source>Deployments, best first</source>
        <translation>Aufstellungen, die beste zuerst</translation>
    </message>
    <message>
        <source>1 region</source>
        <translation>1 Region</translation>
    </message>
    <message>
        <source>%1 regions</source>
        <translation>%1 Regionen</translation>
    </message>
    <message>
        <source>All %1 deployments. Double click or Enter deploys one.</source>
        <translation>Alle %1 Aufstellungen. Doppelklick oder Eingabetaste rollt eine aus.</translation>
    </message>
    <message>
        <source>%1 of too many to try all: greedy, then swaps. Double click or Enter deploys one.</source>
        <translation>%1 von zu vielen, um alle zu versuchen: gierig, dann Tausch. Doppelklick oder Eingabetaste rollt eine aus.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Sweep</source>
        <translation>&amp;Durchlaufen</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Wird gerechnet …</translation>
    </message>
    <message>
        <source>Ranks deployments, and shows what each further region is worth.</source>
        <translation>Ordnet Aufstellungen und zeigt, was jede weitere Region wert ist.</translation>
    </message>
</context>
<context>
    <name>catchment::app::ThemeActions</name>
    <message>
        <source>Switch between light and dark</source>
        <translation>Zwischen hell und dunkel wechseln</translation>
    </message>
    <message>
        <source>&amp;As the desktop</source>
        <translation>&amp;Wie der Desktop</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>For a &amp;projector</source>
        <translation>Für einen &amp;Beamer</translation>
    </message>
    <message>
        <source>As other &amp;eyes see it</source>
        <translation>Wie &amp;andere Augen es sehen</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>Without &amp;red (protanopia)</source>
        <translation>Ohne &amp;Rot (Protanopie)</translation>
    </message>
    <message>
        <source>Without &amp;green (deuteranopia)</source>
        <translation>Ohne &amp;Grün (Deuteranopie)</translation>
    </message>
    <message>
        <source>Without &amp;blue (tritanopia)</source>
        <translation>Ohne &amp;Blau (Tritanopie)</translation>
    </message>
    <message>
        <source>In gre&amp;y, as printed</source>
        <translation>In Gra&amp;u, wie gedruckt</translation>
    </message>
</context>
<context>
    <name>catchment::app::Timeline</name>
    <message>
        <source>The routes did not settle within %1 messages. Choose a smaller world, or a smaller event.</source>
        <translation>Die Routen kamen innerhalb von %1 Nachrichten nicht zur Ruhe. Wählen Sie eine kleinere Welt oder ein kleineres Ereignis.</translation>
    </message>
    <message>
        <source>The last change is not a single event: one region announced or withdrawn, or one thing that failed or was repaired.</source>
        <translation>Die letzte Änderung ist kein einzelnes Ereignis: eine Region, die angekündigt oder zurückgenommen wird, oder etwas, das ausfällt oder repariert wird.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; changes nothing: it is so already.</source>
        <translation>„%1“ ändert nichts: Es ist schon so.</translation>
    </message>
    <message>
        <source>Messages are shown under anycast only: under DNS steering each region has a prefix of its own.</source>
        <translation>Nachrichten werden nur unter Anycast gezeigt: Bei Lenkung durch DNS hat jede Region ein eigenes Präfix.</translation>
    </message>
    <message>
        <source>Messages cannot be shown while somebody hijacks the prefix: end the hijack first.</source>
        <translation>Nachrichten können nicht gezeigt werden, solange jemand das Präfix entführt: Beenden Sie zuerst die Entführung.</translation>
    </message>
</context>
<context>
    <name>catchment::app::TimelineMap</name>
    <message>
        <source>Timeline: before %1</source>
        <translation>Zeitachse: vor %1</translation>
    </message>
    <message>
        <source>the region announces</source>
        <translation>die Region kündigt an</translation>
    </message>
    <message>
        <source>up to providers</source>
        <translation>hinauf zu Providern</translation>
    </message>
    <message>
        <source>across to peers</source>
        <translation>hinüber zu Peers</translation>
    </message>
    <message>
        <source>down to customers</source>
        <translation>hinab zu Kunden</translation>
    </message>
    <message>
        <source>Timeline: %1, phase %2 of 3: %3</source>
        <translation>Zeitachse: %1, Phase %2 von 3: %3</translation>
    </message>
    <message>
        <source>Timeline: %1 s after %2</source>
        <translation>Zeitachse: %1 s nach %2</translation>
    </message>
    <message>
        <source>%1 · %2 of the users without a region · the panels show the end state</source>
        <translation>%1 · %2 der Nutzer ohne Region · die Tafeln zeigen den Endzustand</translation>
    </message>
</context>
<context>
    <name>catchment::app::TimelinePanel</name>
    <message>
        <source>Play last chan&amp;ge</source>
        <translation>Letzte Än&amp;derung abspielen</translation>
    </message>
    <message>
        <source>Back to the en&amp;d state</source>
        <translation>Zurück zum &amp;Endzustand</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>announce or withdraw a region; fail or repair a region, network, link ASN-ASN, exchange or cable</source>
        <translation>announce oder withdraw mit einer Region; fail oder repair mit region, network, link ASN-ASN, exchange oder cable</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Back to the last route change</source>
        <translation>Zurück zum letzten Routenwechsel</translation>
    </message>
    <message>
        <source>On to the next route change</source>
        <translation>Weiter zum nächsten Routenwechsel</translation>
    </message>
    <message>
        <source>On to the next route change of the selected city</source>
        <translation>Weiter zum nächsten Routenwechsel der gewählten Stadt</translation>
    </message>
    <message>
        <source>On to the next phase: up to providers, across to peers, down to customers</source>
        <translation>Weiter zur nächsten Phase: hinauf zu Providern, hinüber zu Peers, hinab zu Kunden</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>The selected city&apos;s route does not change any more.</source>
        <translation>Die Route der gewählten Stadt ändert sich nicht mehr.</translation>
    </message>
    <message>
        <source>Scale of time</source>
        <translation>Zeitmaßstab</translation>
    </message>
    <message>
        <source>skip the quiet</source>
        <translation>ohne Pausen</translation>
    </message>
    <message>
        <source>real time</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>phases</source>
        <translation>Phasen</translation>
    </message>
    <message>
        <source>Speed of the timeline</source>
        <translation>Geschwindigkeit der Zeitachse</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Messages and route changes</source>
        <translation>Nachrichten und Routenwechsel</translation>
    </message>
    <message>
        <source>Plays what the networks tell one another after an event, message by message (up to %1). The event becomes an edit.</source>
        <translation>Spielt ab, was die Netze einander nach einem Ereignis mitteilen, Nachricht für Nachricht (bis zu %1). Das Ereignis wird eine Änderung.</translation>
    </message>
    <message>
        <source>%1: %2 messages, %3 route changes, %4 s. On the map ◆ announces, ◇ withdraws, ✕ is lost.</source>
        <translation>%1: %2 Nachrichten, %3 Routenwechsel, %4 s. Auf der Karte: ◆ kündigt an, ◇ nimmt zurück, ✕ verloren.</translation>
    </message>
    <message>
        <source>Select a city to see the routes that it tries.</source>
        <translation>Wählen Sie eine Stadt, um die Routen zu sehen, die sie versucht.</translation>
    </message>
    <message>
        <source>%1 s: %2</source>
        <translation>%1 s: %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Ab&amp;spielen</translation>
    </message>
    <message>
        <source>Only the city</source>
        <translation>Nur die Stadt</translation>
    </message>
    <message>
        <source>List what the selected city&apos;s network hears, and its routes</source>
        <translation>Listet, was das Netz der gewählten Stadt hört, und seine Routen</translation>
    </message>
    <message>
        <source>%1 Most are tried by %2: %3.</source>
        <translation>%1 Die meisten versucht %2: %3.</translation>
    </message>
    <message>
        <source>%1 (%2 ways)</source>
        <translation>%1 (%2 Wege)</translation>
    </message>
    <message>
        <source>%1:  %2</source>
        <translation>%1:  %2</translation>
    </message>
</context>
<context>
    <name>catchment::app::Track</name>
    <message>
        <source>Track of the timeline</source>
        <translation>Spur der Zeitachse</translation>
    </message>
    <message>
        <source>Messages above, route changes below. Drag to scrub; left and right step, space plays</source>
        <translation>Oben Nachrichten, unten Routenwechsel. Ziehen fährt durch die Zeit; links und rechts gehen Schritte, die Leertaste spielt ab</translation>
    </message>
</context>
<context>
    <name>catchment::app::TuningEditor</name>
    <message>
        <source>&amp;Withhold</source>
        <translation>&amp;Zurückhalten</translation>
    </message>
    <message>
        <source>&amp;NO_EXPORT</source>
        <translation>&amp;NO_EXPORT</translation>
    </message>
    <message>
        <source>Sessions of the region</source>
        <translation>Sitzungen der Region</translation>
    </message>
    <message>
        <source>Add a session …</source>
        <translation>Eine Sitzung hinzufügen …</translation>
    </message>
    <message>
        <source>Remove the session</source>
        <translation>Sitzung entfernen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Prepend the AS number so many times</source>
        <translation>AS-Nummer so oft voranstellen</translation>
    </message>
    <message>
        <source>Multi-exit discriminator</source>
        <translation>Multi-Exit-Discriminator</translation>
    </message>
    <message>
        <source>&amp;Prepend</source>
        <translation>&amp;Voranstellen</translation>
    </message>
    <message>
        <source>&amp;MED</source>
        <translation>&amp;MED</translation>
    </message>
    <message>
        <source>Multi-exit discriminator: of one neighbour&apos;s ways in, the lowest is preferred</source>
        <translation>Multi-Exit-Discriminator: Von den Zugängen eines Nachbarn wird der niedrigste vorgezogen</translation>
    </message>
    <message>
        <source>As the region does</source>
        <translation>Wie die Region</translation>
    </message>
    <message>
        <source>The region and all of its sessions</source>
        <translation>Die Region und alle ihre Sitzungen</translation>
    </message>
</context>
<context>
    <name>catchment::app::UsersChart</name>
    <message>
        <source>Users per region</source>
        <translation>Nutzer je Region</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>fort</translation>
    </message>
    <message>
        <source>%1: %2 of the users, %3</source>
        <translation>%1: %2 der Nutzer, %3</translation>
    </message>
</context>
<context>
    <name>catchment::app::ValidationChart</name>
    <message>
        <source>Captured users by validating networks</source>
        <translation>Abgefangene Nutzer nach prüfenden Netzen</translation>
    </message>
    <message>
        <source>networks that validate, %</source>
        <translation>Netze, die prüfen, %</translation>
    </message>
    <message>
        <source>users captured, %</source>
        <translation>abgefangene Nutzer, %</translation>
    </message>
    <message>
        <source>the largest first</source>
        <translation>die größten zuerst</translation>
    </message>
    <message>
        <source>by lot</source>
        <translation>nach Los</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 % of the networks (%L2): captured %3 of the users where the largest validate, %4 by lot (%5 to %6)</source>
        <translation>%1 % der Netze (%L2): abgefangen %3 der Nutzer, wo die größten prüfen, %4 nach Los (%5 bis %6)</translation>
    </message>
</context>
<context>
    <name>catchment::app::ValidationEditor</name>
    <message>
        <source>Share of the networks that validate, in percent</source>
        <translation>Anteil der prüfenden Netze in Prozent</translation>
    </message>
    <message>
        <source>Which networks validate first</source>
        <translation>Welche Netze zuerst prüfen</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>By lot</source>
        <translation>Nach Los</translation>
    </message>
    <message>
        <source>Search networks</source>
        <translation>Netze suchen</translation>
    </message>
    <message>
        <source>Search networks that validate</source>
        <translation>Prüfende Netze suchen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Networks that validate</source>
        <translation>Prüfende Netze</translation>
    </message>
    <message>
        <source>%L1 of %L2 networks validate</source>
        <translation>%L1 von %L2 Netzen prüfen</translation>
    </message>
</context>
<context>
    <name>catchment::app::ValidationPanel</name>
    <message>
        <source>How far the solving has come</source>
        <translation>Wie weit das Lösen gekommen ist</translation>
    </message>
    <message>
        <source>Nobody hijacks the operator&apos;s prefix. Choose a hijacker under Security, on the left, and see here how many networks would have to validate origins to stop it.</source>
        <translation>Niemand entführt das Präfix des Betreibers. Links unter Sicherheit einen Entführer wählen und hier sehen, wie viele Netze Ursprünge prüfen müssten, um ihn aufzuhalten.</translation>
    </message>
    <message>
        <source>Solving with more and more networks that validate …</source>
        <translation>Wird gelöst, mit immer mehr Netzen, die prüfen …</translation>
    </message>
    <message>
        <source>%1 has failed and announces nothing.</source>
        <translation>%1 ist ausgefallen und kündigt nichts an.</translation>
    </message>
    <message>
        <source>%1 captures %2 of the users while nobody validates.</source>
        <translation>%1 fängt %2 der Nutzer ab, solange niemand prüft.</translation>
    </message>
    <message>
        <source>What it announces ends in an origin that a ROA allows, so that it passes validation.</source>
        <translation>Was es ankündigt, endet in einem Ursprung, den ein ROA erlaubt, und besteht so die Prüfung.</translation>
    </message>
    <message>
        <source>No ROA covers what it announces, so that it passes validation.</source>
        <translation>Kein ROA deckt, was es ankündigt, und so besteht es die Prüfung.</translation>
    </message>
    <message>
        <source>It gets no more than half of that once the largest %1 validate, or %2 by lot.</source>
        <translation>Höchstens die Hälfte davon bleibt ihm, sobald die größten %1 prüfen, oder %2 nach Los.</translation>
    </message>
    <message>
        <source>Where all networks validate it keeps %1.</source>
        <translation>Wo alle Netze prüfen, behält es %1.</translation>
    </message>
</context>
<context>
    <name>catchment::app::ValidatorModel</name>
    <message>
        <source>… %L1 more, type to narrow</source>
        <translation>… %L1 weitere, tippen grenzt ein</translation>
    </message>
    <message>
        <source>validates</source>
        <translation>prüft</translation>
    </message>
    <message>
        <source>does not validate</source>
        <translation>prüft nicht</translation>
    </message>
</context>
<context>
    <name>catchment::app::WishPanel</name>
    <message>
        <source>Find</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>The region that is wished for</source>
        <translation>Die gewünschte Region</translation>
    </message>
    <message>
        <source>Changes that were tried</source>
        <translation>Versuchte Änderungen</translation>
    </message>
    <message>
        <source>Changes that work</source>
        <translation>Änderungen, die wirken</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1’s users of %2</source>
        <translation>Nutzer von %2 in %1</translation>
    </message>
    <message>
        <source>What would bring %1 to</source>
        <translation>Was brächte %1 zu</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 reaches %2 already.</source>
        <translation>%1 erreicht %2 schon.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n single changes tried does.</source>
        <translation>
            <numerusform>Die %n versuchte einzelne Änderung tut es nicht.</numerusform>
            <numerusform>Keine der %n versuchten einzelnen Änderungen tut es.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 single changes do. Double-click one to make it.</source>
        <translation>%1 von %2 einzelnen Änderungen tun es. Ein Doppelklick macht sie.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Others moved</source>
        <translation>Andere gewechselt</translation>
    </message>
    <message>
        <source>%1; mean RTT of all users then %2</source>
        <translation>%1; mittlere RTT aller Nutzer dann %2</translation>
    </message>
</context>
<context>
    <name>catchment::app::Worksheet</name>
    <message>
        <source>With answers</source>
        <translation>Mit Antworten</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>For the teacher</source>
        <translation>Für die Lehrkraft</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>To read on</source>
        <translation>Zum Weiterlesen</translation>
    </message>
    <message>
        <source>Do:</source>
        <translation>Aufgabe:</translation>
    </message>
    <message>
        <source>Answer:</source>
        <translation>Antwort:</translation>
    </message>
    <message>
        <source>For the teacher:</source>
        <translation>Für die Lehrkraft:</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Your prediction</source>
        <translation>Ihre Vorhersage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>catchment::maps::LookupWords</name>
    <message>
        <source>%1&apos;s resolver</source>
        <translation>Resolver von %1</translation>
    </message>
    <message>
        <source>its network&apos;s resolver</source>
        <translation>Resolver seines Netzes</translation>
    </message>
    <message>
        <source>%1 and name server</source>
        <translation>%1 und Nameserver</translation>
    </message>
    <message>
        <source>name server</source>
        <translation>Nameserver</translation>
    </message>
</context>
<context>
    <name>catchment::maps::ProxyWords</name>
    <message>
        <source>proxy to %1</source>
        <translation>Proxy zu %1</translation>
    </message>
</context>
<context>
    <name>catchment::qml</name>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>from %1 and %2 more</source>
        <translation>von %1 und %2 weiteren</translation>
    </message>
    <message>
        <source>nothing: there was no other</source>
        <translation>nichts: es gab keine andere</translation>
    </message>
    <message>
        <source>usability: the others could not be used</source>
        <translation>Brauchbarkeit: die anderen waren nicht zu gebrauchen</translation>
    </message>
    <message>
        <source>local preference</source>
        <translation>Local Preference</translation>
    </message>
    <message>
        <source>the shorter AS path</source>
        <translation>den kürzeren AS-Pfad</translation>
    </message>
    <message>
        <source>the origin code</source>
        <translation>den Origin-Code</translation>
    </message>
    <message>
        <source>the lower MED</source>
        <translation>den niedrigeren MED</translation>
    </message>
    <message>
        <source>its own external session</source>
        <translation>die eigene externe Sitzung</translation>
    </message>
    <message>
        <source>the nearest exit (hot potato)</source>
        <translation>den nächsten Ausgang (Hot Potato)</translation>
    </message>
    <message>
        <source>a tie-break</source>
        <translation>ein Los bei Gleichstand</translation>
    </message>
    <message>
        <source>Not the nearest: %1 is %2 closer</source>
        <translation>Nicht die nächste: %1 ist %2 näher</translation>
    </message>
    <message>
        <source>Contested: %1 certain</source>
        <translation>Umstritten: zu %1 sicher</translation>
    </message>
    <message>
        <source>%1  captured by AS%2</source>
        <translation>%1  abgefangen von AS%2</translation>
    </message>
    <message>
        <source>%1  unreached</source>
        <translation>%1  unerreicht</translation>
    </message>
    <message>
        <source>%1 → %2  %3</source>
        <translation>%1 → %2  %3</translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1 M</source>
        <translation>%1 Mio.</translation>
    </message>
    <message>
        <source>%1 bn</source>
        <translation>%1 Mrd.</translation>
    </message>
    <message>
        <source>&lt; %1 %</source>
        <translation>&lt; %1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>±0 ms</source>
        <translation>±0 ms</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
</context>
<context>
    <name>catchment::qml::CityTableModel</name>
    <message>
        <source>captured</source>
        <translation>abgefangen</translation>
    </message>
    <message>
        <source>unreached</source>
        <translation>unerreicht</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Entfernung</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>To it</source>
        <translation>Bis dort</translation>
    </message>
    <message>
        <source>Why not the nearest</source>
        <translation>Warum nicht die nächste</translation>
    </message>
</context>
<context>
    <name>catchment::qml::DataTableModel</name>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>since the cut</source>
        <translation>seit der Trennung</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Data in</source>
        <translation>Daten in</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Stale by</source>
        <translation>Veraltet um</translation>
    </message>
    <message>
        <source>Own writes</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>vielleicht</translation>
    </message>
    <message>
        <source>If it fails</source>
        <translation>Fällt aus</translation>
    </message>
    <message>
        <source>Can read</source>
        <translation>Kann lesen</translation>
    </message>
    <message>
        <source>Can write</source>
        <translation>Kann schreiben</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>down</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>abgetrennt</translation>
    </message>
    <message>
        <source>up</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Primary in</source>
        <translation>Primary in</translation>
    </message>
    <message>
        <source>Writes, mean</source>
        <translation>Schreiben, Mittel</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % in</translation>
    </message>
    <message>
        <source>Cannot write</source>
        <translation>Kann nicht schreiben</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Edge</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>Primary</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Missed / s</source>
        <translation>Verpasst / s</translation>
    </message>
    <message>
        <source>Catch-up</source>
        <translation>Aufholen</translation>
    </message>
</context>
<context>
    <name>catchment::qml::DeploymentModel</name>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Unreached</source>
        <translation>Unerreicht</translation>
    </message>
</context>
<context>
    <name>catchment::qml::EdgeTeller</name>
    <message>
        <source>The proxy finds no instance</source>
        <translation>Der Proxy findet keine Instanz</translation>
    </message>
    <message>
        <source>No healthy instance can be reached from here, or all are at their hard limit: the request fails.</source>
        <translation>Keine gesunde Instanz ist von hier zu erreichen, oder alle sind an ihrer harten Grenze: die Anfrage schlägt fehl.</translation>
    </message>
    <message>
        <source>The proxy stays here</source>
        <translation>Der Proxy bleibt hier</translation>
    </message>
    <message>
        <source>The proxy goes on to %1</source>
        <translation>Der Proxy geht weiter nach %1</translation>
    </message>
    <message>
        <source>Routing ends at the edge, and %1 has an instance itself.</source>
        <translation>Das Routing endet an der Edge, und %1 hat selbst eine Instanz.</translation>
    </message>
    <message>
        <source>Routing ends at the edge; from here on it is the operator&apos;s own network.</source>
        <translation>Das Routing endet an der Edge; von hier an ist es das eigene Netz des Betreibers.</translation>
    </message>
    <message>
        <source>The nearest instances are at their limits.</source>
        <translation>Die nächsten Instanzen sind an ihren Grenzen.</translation>
    </message>
    <message>
        <source>%1 fail: every instance is at its hard limit.</source>
        <translation>%1 schlagen fehl: jede Instanz ist an ihrer harten Grenze.</translation>
    </message>
    <message>
        <source>The app answers in %1, %2</source>
        <translation>Die App antwortet in %1, %2</translation>
    </message>
    <message>
        <source>The whole journey: %1 to the edge and %2 behind it, %3 there and back.</source>
        <translation>Die ganze Reise: %1 bis zur Edge und %2 dahinter, %3 hin und zurück.</translation>
    </message>
    <message>
        <source>%1 → %2  requests fail</source>
        <translation>%1 → %2  Anfragen schlagen fehl</translation>
    </message>
    <message>
        <source>%1 → %2 → %3  %4</source>
        <translation>%1 → %2 → %3  %4</translation>
    </message>
    <message>
        <source>%1 of the requests stay.</source>
        <translation>%1 der Anfragen bleiben.</translation>
    </message>
    <message>
        <source>The nearest healthy instance is in %1, %2 over the backbone, %3 there and back.</source>
        <translation>Die nächste gesunde Instanz ist in %1, %2 über das Backbone, %3 hin und zurück.</translation>
    </message>
    <message>
        <source>%1 of the requests go to %2, %3 over the backbone, %4 there and back.</source>
        <translation>%1 der Anfragen gehen nach %2, %3 über das Backbone, %4 hin und zurück.</translation>
    </message>
</context>
<context>
    <name>catchment::qml::JourneyModel</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1  (×%2)</source>
        <translation>%1  (×%2)</translation>
    </message>
    <message>
        <source>AS path %1, and like ones
%2</source>
        <translation>AS-Pfad %1 und ähnliche
%2</translation>
    </message>
    <message>
        <source>AS path %1
%2</source>
        <translation>AS-Pfad %1
%2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1, to %2, path %3. %4</source>
        <translation>%1, nach %2, Pfad %3. %4</translation>
    </message>
</context>
<context>
    <name>catchment::qml::LiveMap</name>
    <message>
        <source>%1 users</source>
        <translation>%1 Nutzer</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>%1 captured</source>
        <translation>%1 abgefangen</translation>
    </message>
    <message>
        <source>unreached</source>
        <translation>unerreicht</translation>
    </message>
    <message>
        <source>%1 is %2 nearer</source>
        <translation>%1 ist %2 näher</translation>
    </message>
    <message>
        <source>contested, %1 certain</source>
        <translation>umstritten, zu %1 sicher</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n Mitglied</numerusform>
            <numerusform>%n Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>%1 users to %2</source>
        <translation>%1 Nutzer nach %2</translation>
    </message>
    <message>
        <source>%1 users captured</source>
        <translation>%1 Nutzer abgefangen</translation>
    </message>
    <message>
        <source>Around %1</source>
        <translation>Um %1</translation>
    </message>
    <message>
        <source>captured by AS%1</source>
        <translation>abgefangen von AS%1</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>Die Karte bewegen</translation>
    </message>
    <message>
        <source>Zoom in and out</source>
        <translation>Vergrößern und verkleinern</translation>
    </message>
    <message>
        <source>Show the whole world</source>
        <translation>Die ganze Welt zeigen</translation>
    </message>
    <message>
        <source>To the next and the previous city in sight</source>
        <translation>Zur nächsten und zur vorigen Stadt in Sicht</translation>
    </message>
    <message>
        <source>Select what is pointed at</source>
        <translation>Wählen, worauf gezeigt wird</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>Was sich damit tun lässt</translation>
    </message>
    <message>
        <source>Point at nothing</source>
        <translation>Auf nichts zeigen</translation>
    </message>
    <message>
        <source>Routers of AS%1</source>
        <translation>Router von AS%1</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>catchment::qml::MoverModel</name>
    <message>
        <source>unreached</source>
        <translation>unerreicht</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Nobody moved.</source>
        <translation>Niemand hat gewechselt.</translation>
    </message>
    <message>
        <source>%1 users moved</source>
        <translation>%1 Nutzer haben gewechselt</translation>
    </message>
    <message>
        <source>%1 faster on average</source>
        <translation>im Mittel %1 schneller</translation>
    </message>
    <message>
        <source>%1 slower on average</source>
        <translation>im Mittel %1 langsamer</translation>
    </message>
    <message>
        <source>%1 captured</source>
        <translation>%1 abgefangen</translation>
    </message>
    <message>
        <source>%1 lost the app</source>
        <translation>%1 haben die App verloren</translation>
    </message>
    <message>
        <source>%1 reach it anew</source>
        <translation>%1 erreichen sie neu</translation>
    </message>
    <message>
        <source>Nobody moved to another edge.</source>
        <translation>Niemand ist zu einer anderen Edge gewechselt.</translation>
    </message>
    <message>
        <source>%1 Everybody keeps their instance.</source>
        <translation>%1 Alle behalten ihre Instanz.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 Another instance serves %2 users, most of them %3 instead of %4; the connections of %5 break.</source>
        <translation>%1 Eine andere Instanz bedient %2 Nutzer, die meisten %3 statt %4; die Verbindungen von %5 reißen ab.</translation>
    </message>
</context>
<context>
    <name>catchment::qml::MovesModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 · AS%2</source>
        <translation>%1 · AS%2</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Access network</source>
        <translation>Zugangsnetz</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Gewechselt</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Abgeschnitten</translation>
    </message>
</context>
<context>
    <name>catchment::qml::NextRegionModel</name>
    <message>
        <source>%1 users reach a region that reach none now</source>
        <translation>%1 Nutzer erreichen eine Region, die jetzt keine erreichen</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Mean RTT with it</source>
        <translation>Mittlere RTT damit</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Users that move</source>
        <translation>Nutzer, die wechseln</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95 % innerhalb</translation>
    </message>
</context>
<context>
    <name>catchment::qml::RegionModel</name>
    <message>
        <source>North America</source>
        <translation>Nordamerika</translation>
    </message>
    <message>
        <source>South America</source>
        <translation>Südamerika</translation>
    </message>
    <message>
        <source>Europe</source>
        <translation>Europa</translation>
    </message>
    <message>
        <source>Africa</source>
        <translation>Afrika</translation>
    </message>
    <message>
        <source>Asia</source>
        <translation>Asien</translation>
    </message>
    <message>
        <source>Oceania</source>
        <translation>Ozeanien</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>Anderswo</translation>
    </message>
    <message>
        <source>Edge only</source>
        <translation>Nur Rand</translation>
    </message>
    <message>
        <source>Former regions</source>
        <translation>Frühere Regionen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>ausgefallen</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>prepend %1</source>
        <translation>%1 vorangestellt</translation>
    </message>
    <message>
        <source>NO_EXPORT</source>
        <translation>NO_EXPORT</translation>
    </message>
    <message>
        <source>%1 of the users</source>
        <translation>%1 der Nutzer</translation>
    </message>
    <message>
        <source>median %1</source>
        <translation>Median %1</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
</context>
<context>
    <name>catchment::qml::RegionMovesModel</name>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
</context>
<context>
    <name>catchment::qml::SearchModel</name>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Internetknoten</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 · %2 users</source>
        <translation>%1 · %2 Nutzer</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>AS%1 · %2</source>
        <translation>AS%1 · %2</translation>
    </message>
    <message>
        <source>%1 cities</source>
        <translation>%1 Städte</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <translation>%1 %2, %3</translation>
    </message>
</context>
<context>
    <name>catchment::qml::SteeringCityModel</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>Anycast</source>
        <translation>Anycast</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Abgehängt</translation>
    </message>
</context>
<context>
    <name>catchment::qml::SteeringTotalsModel</name>
    <message>
        <source>Sent far by the resolver</source>
        <translation>Fern: Resolver</translation>
    </message>
    <message>
        <source>Sent far by policy</source>
        <translation>Fern: Richtlinien</translation>
    </message>
    <message>
        <source>Near, by a long way</source>
        <translation>Nah, langer Weg</translation>
    </message>
    <message>
        <source>Without a region</source>
        <translation>Ohne Region</translation>
    </message>
    <message>
        <source>Cut off by the event</source>
        <translation>Abgehängt</translation>
    </message>
    <message>
        <source>Mean RTT</source>
        <translation>Mittlere RTT</translation>
    </message>
    <message>
        <source>no event</source>
        <translation>kein Ereignis</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 for %2 s</source>
        <translation>%1, %2 s lang</translation>
    </message>
    <message>
        <source>On average %1 farther than the nearest region, and %2 over the direct way there</source>
        <translation>Im Mittel %1 weiter als die nächste Region, und %2 über dem direkten Weg dorthin</translation>
    </message>
    <message>
        <source>At most %1 s</source>
        <translation>Höchstens %1 s</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Anycast</source>
        <translation>Anycast</translation>
    </message>
    <message>
        <source>DNS</source>
        <translation>DNS</translation>
    </message>
</context>
<context>
    <name>catchment::qml::Teller</name>
    <message>
        <source>The name is looked up</source>
        <translation>Der Name wird nachgeschlagen</translation>
    </message>
    <message>
        <source>Every resolver gives the same address, in %1: anycast. The lookup chooses no region; the routes do.</source>
        <translation>Jeder Resolver nennt dieselbe Adresse, in %1: Anycast. Das Nachschlagen wählt keine Region; das tun die Routen.</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>handed to %1 %2</source>
        <translation>übergeben an %1 %2</translation>
    </message>
    <message>
        <source>carried to %1, handed to %2 %3</source>
        <translation>getragen bis %1, übergeben an %2 %3</translation>
    </message>
    <message>
        <source>there</source>
        <translation>dort</translation>
    </message>
    <message>
        <source>The only route on offer.</source>
        <translation>Die einzige Route im Angebot.</translation>
    </message>
    <message>
        <source>Won by %1.</source>
        <translation>Gewonnen durch %1.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 routes on offer; decided by %2</source>
        <translation>%1 Routen im Angebot; entschieden durch %2</translation>
    </message>
    <message>
        <source>One route on offer</source>
        <translation>Eine Route im Angebot</translation>
    </message>
    <message>
        <source>The longest prefix with a route here is %1. </source>
        <translation>Das längste Präfix mit einer Route hier ist %1. </translation>
    </message>
    <message>
        <source>Captured by %1</source>
        <translation>Abgefangen von %1</translation>
    </message>
    <message>
        <source>The packets end at AS%1, which announces the app&apos;s address without a right to; AS path %2. They reach no region.</source>
        <translation>Die Pakete enden bei AS%1, das die Adresse der App ohne Recht dazu ankündigt; AS-Pfad %2. Sie erreichen keine Region.</translation>
    </message>
    <message>
        <source>No region is reached</source>
        <translation>Keine Region wird erreicht</translation>
    </message>
    <message>
        <source>%1 in %2 has no route to the app&apos;s address.</source>
        <translation>%1 in %2 hat keine Route zur Adresse der App.</translation>
    </message>
    <message>
        <source>Arrival at %1, %2</source>
        <translation>Ankunft in %1, %2</translation>
    </message>
    <message>
        <source>%1 there and back, over %2 of fibre one way; AS path %3.</source>
        <translation>%1 hin und zurück, über %2 Glasfaser je Richtung; AS-Pfad %3.</translation>
    </message>
    <message>
        <source>Why not the nearest</source>
        <translation>Warum nicht die nächste</translation>
    </message>
    <message>
        <source>Costs %1 beyond the direct way there.</source>
        <translation>Kostet %1 mehr als der direkte Weg dorthin.</translation>
    </message>
    <message>
        <source>The user asks %1&apos;s resolver in %2.</source>
        <translation>Der Nutzer fragt den Resolver von %1 in %2.</translation>
    </message>
    <message>
        <source>That asks the operator&apos;s name server in %1.</source>
        <translation>Der fragt den Nameserver des Betreibers in %1.</translation>
    </message>
    <message>
        <source>It finds no way to a name server of the operator.</source>
        <translation>Er findet keinen Weg zu einem Nameserver des Betreibers.</translation>
    </message>
    <message>
        <source>No region announces: there is no address to answer with.</source>
        <translation>Keine Region kündigt an: Es gibt keine Adresse als Antwort.</translation>
    </message>
    <message>
        <source>the region nearest to the user, whose network the resolver passes on (RFC 7871)</source>
        <translation>der Region, die dem Nutzer am nächsten ist, dessen Netz der Resolver weitergibt (RFC 7871)</translation>
    </message>
    <message>
        <source>the region nearest to the resolver; of the user, the name server knows nothing</source>
        <translation>der Region, die dem Resolver am nächsten ist; vom Nutzer weiß der Nameserver nichts</translation>
    </message>
    <message>
        <source>The answer is the address of %1: %2. It is kept for %3 s.</source>
        <translation>Die Antwort ist die Adresse von %1: %2. Sie wird %3 s lang behalten.</translation>
    </message>
    <message>
        <source>Arrival at the edge %1, %2</source>
        <translation>Ankunft an der Edge %1, %2</translation>
    </message>
</context>
</TS>
