-- Turns servicelevels_ticket_events into a table with one partition for each month (UTC) of the event, in one transaction. PostgreSQL 15 or newer.
-- Stop every node and take a backup first. Run as the owner of the tables:  psql -v ON_ERROR_STOP=1 -1 -d hub -f partition-ticket-events.sql
-- Run it again to make partitions for the months to come, twelve ahead; what falls into none of them lies in ..._rest, and nothing is refused.

SET client_min_messages = warning;

CREATE OR REPLACE FUNCTION pg_temp.add_months(first date, last date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE month date := date_trunc('month', first);
BEGIN
    WHILE month <= last LOOP
        EXECUTE format('CREATE TABLE IF NOT EXISTS servicelevels_ticket_events_%s PARTITION OF servicelevels_ticket_events FOR VALUES FROM (%L) TO (%L)',
            to_char(month, 'YYYY_MM'), month || ' 00:00+00', (month + interval '1 month')::date || ' 00:00+00');
        month := month + interval '1 month';
    END LOOP;
END $$;

DO $$
DECLARE next bigint;
BEGIN
    IF (SELECT relkind FROM pg_class WHERE oid = 'servicelevels_ticket_events'::regclass) = 'p' THEN
        PERFORM pg_temp.add_months(current_date, (current_date + interval '12 months')::date);
        RETURN;
    END IF;

    ALTER TABLE servicelevels_ticket_events RENAME TO servicelevels_ticket_events_whole;
    ALTER INDEX "PK_servicelevels_ticket_events" RENAME TO "PK_servicelevels_ticket_events_whole";
    ALTER INDEX "IX_servicelevels_ticket_events_TicketId_Key_Revision" RENAME TO "IX_servicelevels_ticket_events_whole";
    CREATE TABLE servicelevels_ticket_events (LIKE servicelevels_ticket_events_whole INCLUDING DEFAULTS INCLUDING IDENTITY) PARTITION BY RANGE ("At");
    -- A key must hold the column that the table is divided by.
    ALTER TABLE servicelevels_ticket_events ADD CONSTRAINT "PK_servicelevels_ticket_events" PRIMARY KEY ("Id", "At");
    CREATE UNIQUE INDEX "IX_servicelevels_ticket_events_TicketId_Key_Revision" ON servicelevels_ticket_events ("TicketId", "Key", "Revision", "At");
    ALTER TABLE servicelevels_ticket_events ADD CONSTRAINT "FK_servicelevels_ticket_events_servicelevels_tickets_TicketId"
        FOREIGN KEY ("TicketId") REFERENCES servicelevels_tickets ("Id") ON DELETE CASCADE;
    CREATE TABLE servicelevels_ticket_events_rest PARTITION OF servicelevels_ticket_events DEFAULT;
    PERFORM pg_temp.add_months(COALESCE((SELECT min("At") FROM servicelevels_ticket_events_whole)::date, current_date), (current_date + interval '12 months')::date);
    INSERT INTO servicelevels_ticket_events OVERRIDING SYSTEM VALUE SELECT * FROM servicelevels_ticket_events_whole ORDER BY "Id";
    SELECT COALESCE(max("Id"), 0) + 1 INTO next FROM servicelevels_ticket_events;
    PERFORM setval(pg_get_serial_sequence('servicelevels_ticket_events', 'Id'), next, false);
    DROP TABLE servicelevels_ticket_events_whole;
END $$;

ANALYZE servicelevels_ticket_events;
