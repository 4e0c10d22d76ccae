using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EngagementHub.Migrations.Sqlite.Migrations;

/// <summary>
/// Written by hand: the full-text index over core_search, which the model does not know. The table's triggers keep it; secure-delete takes words
/// out of its pages when they go. A later migration that rebuilds core_search must make the triggers anew, as SQLite drops them with the old table.
/// </summary>
[DbContext(typeof(HubDb))]
[Migration("20261122235900_SearchIndex")]
public sealed class SearchIndex : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        CREATE VIRTUAL TABLE core_search_fts USING fts5(TitleWords, TextWords, Marks, content='core_search', content_rowid='Id', prefix='3 4', tokenize="ascii tokenchars '_'");
        INSERT INTO core_search_fts(core_search_fts, rank) VALUES('secure-delete', 1);
        INSERT INTO core_search_fts(core_search_fts) VALUES('rebuild');
        CREATE TRIGGER core_search_added AFTER INSERT ON core_search BEGIN
          INSERT INTO core_search_fts(rowid, TitleWords, TextWords, Marks) VALUES (new."Id", new."TitleWords", new."TextWords", new."Marks");
        END;
        CREATE TRIGGER core_search_removed AFTER DELETE ON core_search BEGIN
          INSERT INTO core_search_fts(core_search_fts, rowid, TitleWords, TextWords, Marks) VALUES ('delete', old."Id", old."TitleWords", old."TextWords", old."Marks");
        END;
        CREATE TRIGGER core_search_changed AFTER UPDATE OF "TitleWords", "TextWords", "Marks" ON core_search BEGIN
          INSERT INTO core_search_fts(core_search_fts, rowid, TitleWords, TextWords, Marks) VALUES ('delete', old."Id", old."TitleWords", old."TextWords", old."Marks");
          INSERT INTO core_search_fts(rowid, TitleWords, TextWords, Marks) VALUES (new."Id", new."TitleWords", new."TextWords", new."Marks");
        END;
        """);

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""
        DROP TRIGGER core_search_added;
        DROP TRIGGER core_search_removed;
        DROP TRIGGER core_search_changed;
        DROP TABLE core_search_fts;
        """);
}
