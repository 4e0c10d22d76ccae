using System.Text.Json;

namespace EngagementHub.Plans.Model;

/// <summary>An edition of the Civil Service's model of capability: the elements, and what reviewers ask about each. The elements were renumbered once, so a plan names the edition it uses.</summary>
internal sealed record CapabilityModel(string Edition, string Title, string Years, string Note, string Source, IReadOnlyList<Element> Elements)
{
    private static readonly Lazy<IReadOnlyList<CapabilityModel>> Known = new(() => Load());

    public static IReadOnlyList<CapabilityModel> All => Known.Value;

    public static CapabilityModel Newest => All[^1];

    public static CapabilityModel Of(string edition) => All.FirstOrDefault(m => m.Edition == edition) ?? Newest;

    public Element? Find(string? code) => Elements.FirstOrDefault(e => string.Equals(e.Code, code, StringComparison.OrdinalIgnoreCase));

    private static List<CapabilityModel> Load()
    {
        using var file = typeof(CapabilityModel).Assembly.GetManifestResourceStream("EngagementHub.Plans.Model.capability-models.json")!;
        return JsonSerializer.Deserialize<List<CapabilityModel>>(file, JsonSerializerOptions.Web)!;
    }
}

/// <summary>An element of the model, such as L1.</summary>
internal sealed record Element(string Code, string Name, IReadOnlyList<string> Questions)
{
    public string Group => Code[0] switch
    {
        'L' => "Leadership",
        'S' => "Strategy",
        _ => "Delivery",
    };
}
