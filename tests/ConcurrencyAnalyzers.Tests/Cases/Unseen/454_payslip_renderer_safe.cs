// Each rendering has its own StringBuilder and its own value in the AsyncLocal; nothing is shared between the awaits. difficulty: medium
using System.Text;

namespace Cases.U454;

public sealed record Payslip(string Employee, decimal Gross, decimal Tax);

public sealed class PayslipRenderer(Func<string, Task<string>> loadTemplate)
{
    private static readonly AsyncLocal<string?> s_employee = new();

    public Task<string[]> RenderAllAsync(IEnumerable<Payslip> payslips) =>
        Task.WhenAll(payslips.Select(RenderAsync));

    private async Task<string> RenderAsync(Payslip payslip)
    {
        s_employee.Value = payslip.Employee;
        var page = new StringBuilder();
        page.AppendLine(await loadTemplate("header"));
        AppendBody(page, payslip);
        page.Append(await loadTemplate("footer"));
        return page.ToString();
    }

    private static void AppendBody(StringBuilder page, Payslip payslip)
    {
        page.Append(s_employee.Value).Append(": ");
        page.AppendLine($"{payslip.Gross - payslip.Tax:F2}");
    }
}
