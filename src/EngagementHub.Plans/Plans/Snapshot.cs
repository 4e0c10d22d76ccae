using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using EngagementHub.Plans.Readings;

namespace EngagementHub.Plans.Plans;

/// <summary>How a plan stood at the end of a day, as it is frozen.</summary>
internal sealed record Snapshot(DateOnly Day, Rag Worst, string InWords, IReadOnlyList<FrozenAction> Actions, IReadOnlyList<FrozenMeasure> Measures)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static Snapshot Read(string text) => JsonSerializer.Deserialize<Snapshot>(text, Form)!;

    public static string SealOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public string Write() => JsonSerializer.Serialize(this, Form);
}

/// <summary>An action as it stood.</summary>
internal sealed record FrozenAction(Guid Id, string Title, string Area, DateOnly FirstDue, DateOnly Due, string State, Rag Computed, string Because, Rag? Owner, Rag? Reviewer, Rag Worst);

/// <summary>A measure as it stood: where it began, where it should have been, where it was.</summary>
internal sealed record FrozenMeasure(Guid Id, string Name, string Unit, decimal Baseline, decimal Planned, decimal? Value, DateOnly? ReadOn, decimal Target);
