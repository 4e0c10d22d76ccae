using EngagementHub.ServiceLevels.Sources;
using EngagementHub.ServiceLevels.Sources.Json;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Webhooks;

/// <summary>How the records of a JSON text are read, as it is written on a page.</summary>
internal sealed class ShapeForm
{
    public static IReadOnlyList<SelectListItem> TimeFormats { get; } =
        [new("Year first, as in 2016-02-29T01:16:00Z", "year first"), new("Day first, as in 29/02/2016 01:16", "day first"), new("Month first, as in 02/29/2016 01:16", "month first")];

    public string? Records { get; set; }

    public string? Fields { get; set; }

    public string? States { get; set; }

    public string? Service { get; set; }

    public string? ServiceRules { get; set; }

    public string? TimeFormat { get; set; }

    public string? Zone { get; set; }

    public bool Live { get; set; }

    public IReadOnlyList<SelectListItem> Services { get; set; } = [];

    public static ShapeForm Of(JsonShape shape, IReadOnlyList<SelectListItem> services) => new()
    {
        Records = shape.Records,
        Fields = FieldLines.Write(shape.Fields),
        States = string.Join('\n', shape.Fields.States),
        Service = shape.Fields.Service,
        ServiceRules = string.Join('\n', shape.Fields.ServiceRules.Select(rule => $"{rule.Category} = {rule.Service}")),
        TimeFormat = shape.Fields.TimeFormat,
        Zone = shape.Fields.Zone,
        Live = shape.Fields.Live,
        Services = services,
    };

    /// <exception cref="BrokenRuleException">Something is wrong, told at its field.</exception>
    public JsonShape Read()
    {
        try
        {
            var shape = new JsonShape { Records = Records?.Trim() ?? "", Fields = FieldLines.Read(Fields ?? "", Rules()) };
            shape.Check();
            return shape;
        }
        catch (BrokenRuleException broken)
        {
            throw broken.Under(field => field is nameof(States) or nameof(ServiceRules) or nameof(Zone) or nameof(Service) or nameof(TimeFormat) ? $"Shape.{field}" : "Shape.Fields");
        }
    }

    private MappingRules Rules() => new()
    {
        TimeFormat = TimeFormat ?? "year first",
        Zone = Zone?.Trim() ?? "",
        Service = Service ?? "",
        ServiceRules = CategoryRule.Parse(ServiceRules ?? ""),
        States = StateRule.Parse(States ?? ""),
        Live = Live,
    };
}
