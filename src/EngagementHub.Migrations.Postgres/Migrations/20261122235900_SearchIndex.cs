using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EngagementHub.Migrations.Postgres.Migrations;

/// <summary>
/// Written by hand: the full-text column over core_search, which the model does not know. The words come folded and stemmed, so the configuration is simple;
/// the marks are no words and are taken as they stand. Without fastupdate a word that goes does not wait in the list of pending ones.
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
        """);

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""ALTER TABLE core_search DROP COLUMN "Words";""");
}
