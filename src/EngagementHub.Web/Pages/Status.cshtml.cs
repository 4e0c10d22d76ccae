using Microsoft.AspNetCore.Mvc.RazorPages;

namespace EngagementHub.Web.Pages;

internal sealed class StatusModel : PageModel
{
    public int Code { get; private set; }

    public (string Heading, string Text) Words => Code switch
    {
        404 => ("Page not found", "If you typed the address, check that it is right. If you followed a link, the page may have moved or been withdrawn."),
        401 or 403 => ("You cannot see this page", "It is for people with another role, or for a period that has not begun or is over."),
        405 => ("This cannot be done that way", "Go back and use the buttons on the page."),
        413 => ("That is too large", "The file or text is larger than the hub takes. Make it smaller and send it again."),
        _ => ("The request could not be done", "Go back, check what you typed and try again."),
    };

    public void OnGet(int code) => Code = code;

    public void OnPost(int code) => Code = code;
}
