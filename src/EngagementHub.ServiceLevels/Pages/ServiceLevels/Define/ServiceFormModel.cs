using System.ComponentModel.DataAnnotations;
using EngagementHub.ServiceLevels.Catalogue;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Define;

/// <summary>The fields of a service, for adding one and for changing one.</summary>
internal abstract class ServiceFormModel : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter the name of the service"), StringLength(200, ErrorMessage = "The name can have 200 characters at most")]
    public string? Name { get; set; }

    [BindProperty, StringLength(1000, ErrorMessage = "What it is can have 1,000 characters at most")]
    public string? Summary { get; set; }

    [BindProperty, StringLength(200, ErrorMessage = "Who runs it can have 200 characters at most")]
    public string? RunBy { get; set; }

    [BindProperty, StringLength(1000, ErrorMessage = "How to ask can have 1,000 characters at most")]
    public string? HowToAsk { get; set; }

    [BindProperty, StringLength(200, ErrorMessage = "The hours can have 200 characters at most")]
    public string? Hours { get; set; }

    [BindProperty, StringLength(500, ErrorMessage = "The contact can have 500 characters at most")]
    public string? Contacts { get; set; }

    [BindProperty]
    public Guid? Owner { get; set; }

    /// <summary>Those it can be given to; nothing where the person does not decide that.</summary>
    public IReadOnlyList<SelectListItem>? Owners { get; protected set; }

    protected ServiceText Text => new(Name ?? "", Summary ?? "", RunBy ?? "", HowToAsk ?? "", Hours ?? "", Contacts ?? "");
}
