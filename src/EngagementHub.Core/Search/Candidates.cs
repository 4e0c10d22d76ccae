using EngagementHub.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Core.Search;

/// <summary>A thing that has the words, before it is known how well it fits.</summary>
internal sealed class Candidate
{
    public long Id { get; set; }

    public string Title { get; set; } = "";

    public string Text { get; set; } = "";
}

/// <summary>Asks the full-text index of whichever database it is, the newest first, and never for more than can be put in order in time.</summary>
internal sealed class Candidates(HubDb db)
{
    // What stands further down in a long text counts as found, but not how often it does.
    private const int Weighed = 2000;

    // CROSS JOIN keeps SQLite from turning the join round; the index hands out rows by number, so nothing is sorted.
    private const string Sqlite = """
        SELECT f.rowid AS "Id", s."TitleWords" AS "Title", substr(s."TextWords", 1, {3}) AS "Text"
        FROM core_search_fts f CROSS JOIN core_search s ON s."Id" = f.rowid
        WHERE f.core_search_fts MATCH {0} AND f.rowid BETWEEN {4} AND {5}
          AND (s."VisibleFrom" IS NULL OR s."VisibleFrom" <= {1})
          AND (s."Parent" IS NULL OR EXISTS (SELECT 1 FROM core_search p WHERE p."Subject" = s."Parent" AND (p."VisibleFrom" IS NULL OR p."VisibleFrom" <= {1})))
          AND (s."Via" IS NULL OR EXISTS (SELECT 1 FROM core_search v WHERE v."Subject" = s."Via" AND (v."VisibleFrom" IS NULL OR v."VisibleFrom" <= {1})))
        ORDER BY f.rowid DESC LIMIT {2}
        """;

    // The function lies with the migration of the index; it is told where keys begin and end, to cut them into stretches.
    private const string Postgres = """
        SELECT "Id", "Title", "Text" FROM core_search_find(
            CAST({0} AS tsquery), GREATEST({4}, COALESCE((SELECT min("Id") FROM core_search), 0)), LEAST({5}, COALESCE((SELECT max("Id") FROM core_search), 0)), {1}, {2}, {3})
        """;

    /// <param name="query">The words.</param>
    /// <param name="place">Where to look.</param>
    /// <param name="now">UTC instant.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public Task<List<Candidate>> ReadAsync(SearchQuery query, Place place, DateTimeOffset now, int most, CancellationToken cancellation) =>
        db.Database.IsSqlite()
            ? db.Database.SqlQueryRaw<Candidate>(Sqlite, Fts5.Write(query, place), now.UtcTicks, most, Weighed, place.Keys.First, place.Keys.Last).ToListAsync(cancellation)
            : db.Database.SqlQueryRaw<Candidate>(Postgres, TsQuery.Write(query, place), now.ToUniversalTime(), most, Weighed, place.Keys.First, place.Keys.Last).ToListAsync(cancellation);
}
