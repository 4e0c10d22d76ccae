using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Web.Pages;

// No Read policy and no model of the database: this page must show when everything else fails.
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public bool IsAway => Response.StatusCode == StatusCodes.Status503ServiceUnavailable;

    public bool IsFull => Response.StatusCode == StatusCodes.Status507InsufficientStorage;

    public void OnGet()
    {
    }

    public void OnPost()
    {
    }
}
