using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementHub.Core.Web;

/// <summary>A place on a page where other modules may show something.</summary>
/// <param name="Name">The place, as in <c>home</c> or <c>post</c>.</param>
/// <param name="Order">Smaller comes first.</param>
/// <param name="Component">The view component that is shown.</param>
public sealed record Slot(string Name, int Order, Type Component);

/// <summary>Lets a module fill a slot.</summary>
public static class SlotRegistration
{
    /// <summary>Shows the view component in the slot of that name.</summary>
    public static IServiceCollection AddSlot(this IServiceCollection services, string name, int order, Type component) =>
        services.AddSingleton(new Slot(name, order, component));
}

/// <summary>Renders everything that modules show in a slot: <c>&lt;hub-slot name="post" argument="…"/&gt;</c>. The argument reaches the component's parameter <c>argument</c>.</summary>
[HtmlTargetElement("hub-slot", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SlotTagHelper(IEnumerable<Slot> slots, IViewComponentHelper components) : TagHelper
{
    /// <summary>The slot's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What the page hands to the components, usually a <see cref="SubjectRef"/>.</summary>
    public object? Argument { get; set; }

    /// <summary>The page's context.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((IViewContextAware)components).Contextualize(ViewContext);
        output.TagName = null;
        foreach (var slot in slots.Where(s => s.Name == Name).OrderBy(s => s.Order))
        {
            output.Content.AppendHtml(await components.InvokeAsync(slot.Component, Argument is null ? null : new { argument = Argument }));
        }
    }
}
