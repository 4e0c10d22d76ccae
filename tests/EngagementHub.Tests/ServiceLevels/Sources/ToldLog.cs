using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace EngagementHub.Tests.ServiceLevels.Sources;

/// <summary>The incident log of a real ServiceNow, as a service would tell it at an instant: each incident as it stands, and its changes of state up to then.</summary>
internal sealed class ToldLog
{
    private readonly List<Told> _incidents;

    private ToldLog(List<Told> incidents) => _incidents = incidents;

    public IReadOnlyList<Told> Incidents => _incidents;

    public DateTime First => _incidents.Min(incident => incident.Rows[0].At);

    public DateTime Last => _incidents.Max(incident => incident.Rows.Max(row => row.At));

    public static ToldLog Read(int most)
    {
        using var csv = new CsvReader(File.OpenText(ServiceLevelsHub.Log), new CsvConfiguration(CultureInfo.InvariantCulture));
        List<Told> incidents = [];
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            var number = csv["number"]!;
            if (incidents.Count == 0 || incidents[^1].Number != number)
            {
                incidents.Add(new Told(number, $"{(uint)number.GetHashCode(StringComparison.Ordinal) % 16:x}{incidents.Count:x8}", Time(csv["opened_at"]!), csv["category"]!, []));
            }

            incidents[^1].Rows.Add(new ToldRow(csv["incident_state"]!, Time(csv["sys_updated_at"]!), int.Parse(csv["sys_mod_count"]!, CultureInfo.InvariantCulture)));
        }

        return new ToldLog([.. incidents.Where(incident => incident.IsInOrder).Take(most)]);
    }

    private static DateTime Time(string text) => DateTime.ParseExact(text, "dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture);
}

internal sealed record ToldRow(string State, DateTime At, int Order);

internal sealed record Told(string Number, string Id, DateTime Opened, string Category, List<ToldRow> Rows)
{
    public bool IsInOrder => Rows.Zip(Rows.Skip(1)).All(pair => pair.First.At <= pair.Second.At && pair.First.Order < pair.Second.Order) && Rows[0].At >= Opened;

    public ToldRow? StandsAt(DateTime now) => Rows.LastOrDefault(row => row.At <= now);

    public IEnumerable<(ToldRow Before, ToldRow After)> ChangesUpTo(DateTime now, Func<string, string>? told = null) =>
        Rows.Zip(Rows.Skip(1)).Where(pair => pair.Second.At <= now).Select(pair => (Before: Said(pair.First, told), After: Said(pair.Second, told))).Where(pair => pair.Before.State != pair.After.State);

    /// <summary>What must be known of it in the end, by a system that tells its states in other words.</summary>
    public string Life(Func<string, string>? told = null) =>
        string.Join(", ", ChangesUpTo(DateTime.MaxValue, told).Select(change => $"{change.After.State} {change.After.At:yyyy-MM-dd HH:mm}").Prepend($"{Said(Rows[0], told).State} {Opened:yyyy-MM-dd HH:mm}"));

    private static ToldRow Said(ToldRow row, Func<string, string>? told) => told is null ? row : row with { State = told(row.State) };
}
