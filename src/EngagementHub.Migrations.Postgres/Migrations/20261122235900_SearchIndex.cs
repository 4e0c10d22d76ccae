using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EngagementHub.Migrations.Postgres.Migrations;

/// <summary>
/// Written by hand: the full-text column over core_search, which the model does not know. The words come folded and stemmed, so the configuration is simple;
/// the marks are no words and are taken as they stand. Without fastupdate a word that goes does not wait in the list of pending ones.
/// The function looks through the newest things first, in stretches of keys that grow while they yield little; the planner, which knows nothing of phrases and
/// beginnings, would walk all keys backwards for a word that is rare. Walking is right for a word that is common, so it may in the first stretch; in all others
/// the full-text index alone decides which rows are read.
/// </summary>
[DbContext(typeof(HubDb))]
[Migration("20261122235900_SearchIndex")]
public sealed class SearchIndex : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        ALTER TABLE core_search ADD COLUMN "Words" tsvector GENERATED ALWAYS AS (
          to_tsvector('simple', "TitleWords") || to_tsvector('simple', "TextWords") || array_to_tsvector(string_to_array("Marks", ' '))) STORED;
        CREATE INDEX "IX_core_search_Words" ON core_search USING gin ("Words") WITH (fastupdate = off);
        CREATE FUNCTION core_search_find(asked tsquery, first_key bigint, last_key bigint, now timestamptz, most int, weighed int)
        RETURNS TABLE ("Id" bigint, "Title" text, "Text" text) LANGUAGE plpgsql STABLE
        SET enable_seqscan = off SET enable_indexscan = on SET plan_cache_mode = force_custom_plan SET jit = off AS $$
        #variable_conflict use_column
        DECLARE
          high bigint := last_key;
          step bigint := GREATEST((last_key - first_key) / 128, 1);
          found int := 0;
          got int;
        BEGIN
          WHILE high >= first_key AND found < most LOOP
            RETURN QUERY
              SELECT s."Id", s."TitleWords", left(s."TextWords", weighed) FROM core_search s
              WHERE s."Words" @@ asked AND s."Id" BETWEEN GREATEST(first_key, high - step) AND high
                AND (s."VisibleFrom" IS NULL OR s."VisibleFrom" <= now)
                AND (s."Parent" IS NULL OR EXISTS (SELECT 1 FROM core_search p WHERE p."Subject" = s."Parent" AND (p."VisibleFrom" IS NULL OR p."VisibleFrom" <= now)))
                AND (s."Via" IS NULL OR EXISTS (SELECT 1 FROM core_search v WHERE v."Subject" = s."Via" AND (v."VisibleFrom" IS NULL OR v."VisibleFrom" <= now)))
              ORDER BY s."Id" DESC LIMIT most - found;
            GET DIAGNOSTICS got = ROW_COUNT;
            found := found + got;
            high := high - step - 1;
            PERFORM set_config('enable_indexscan', 'off', true);
            step := LEAST(step, (last_key - first_key) / 8 + 1) * LEAST(8, GREATEST(1, (most - found) * 5 / 4 / GREATEST(got, 1)));
          END LOOP;
        END $$;
        """);

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP FUNCTION core_search_find(tsquery, bigint, bigint, timestamptz, int, int);
        ALTER TABLE core_search DROP COLUMN "Words";
        """);
}
