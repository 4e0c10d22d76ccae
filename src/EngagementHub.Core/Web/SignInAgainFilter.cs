using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace EngagementHub.Core.Web;

/// <summary>Asks who signed in too long ago to do so again where a form's act, and not the page's policy, needs what a moderator or administrator may do.</summary>
public sealed class SignInAgainFilter : IResourceFilter, IExceptionFilter, IAlwaysRunResultFilter
{
    /// <inheritdoc/>
    public void OnResourceExecuting(ResourceExecutingContext context) => SignInAgain.Acts(context.HttpContext, HttpMethods.IsPost(context.HttpContext.Request.Method));

    /// <inheritdoc/>
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is SignInAgainException)
        {
            SignInAgain.AskedOf(context.HttpContext);
            context.Result = new StatusCodeResult(StatusCodes.Status401Unauthorized);
        }
    }

    /// <inheritdoc/>
    public void OnResultExecuting(ResultExecutingContext context) => SignInAgain.Acts(context.HttpContext, false);

    /// <inheritdoc/>
    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    /// <inheritdoc/>
    public void OnResourceExecuted(ResourceExecutedContext context) => SignInAgain.Acts(context.HttpContext, false);
}
