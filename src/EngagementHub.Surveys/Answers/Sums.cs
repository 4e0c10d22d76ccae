using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EngagementHub.Surveys.Answers;

/// <summary>Writes the sums of a delivery by one statement: a command for each of a hundred groups took more time than the database did.</summary>
internal static class Sums
{
    public static async Task WriteSumsAsync(this HubDb db, IReadOnlyCollection<Tally> counted)
    {
        if (db.Database.IsSqlite())
        {
            WriteRows((SqliteConnection)db.Database.GetDbConnection(), counted);
            return;
        }

        foreach (var survey in counted.GroupBy(t => t.SurveyId))
        {
            string[] cuts = [.. survey.Select(t => t.Cut.ToString())], groups = [.. survey.Select(t => t.Group)];
            int[] answered = [.. survey.Select(t => t.Answered)];
            byte[][] marks = [.. survey.Select(t => TallyMap.BytesOf(t.Marks))];
            await db.Database.ExecuteSqlAsync($"""
                UPDATE surveys_tallies AS kept SET "Answered" = counted.answered, "Marks" = counted.marks
                FROM unnest({cuts}, {groups}, {answered}, {marks}) AS counted (cut, name, answered, marks)
                WHERE kept."SurveyId" = {survey.Key} AND kept."Cut" = counted.cut AND kept."Group" = counted.name
                """);
        }
    }

    private static void WriteRows(SqliteConnection connection, IEnumerable<Tally> counted)
    {
        using var rows = new SqliteRows(connection, """UPDATE surveys_tallies SET "Answered" = ?, "Marks" = ? WHERE "SurveyId" = ? AND "Cut" = ? AND "Group" = ?""");
        foreach (var tally in counted)
        {
            rows.Bind(1, tally.Answered);
            rows.Bind(2, TallyMap.BytesOf(tally.Marks));
            rows.Bind(3, tally.SurveyId);
            rows.Bind(4, tally.Cut.ToString());
            rows.Bind(5, tally.Group);
            rows.Put();
        }
    }
}
