// A tool library knows who has borrowed what until when and gives the desk the list of loans that are overdue. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1514;

public sealed record ToolLoan(string Tool, string Member, DateOnly Due);

public sealed class ToolLibrary
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ToolLoan> _loans = [];

    public bool Lend(string tool, string member, DateOnly due)
    {
        lock (_gate)
        {
            return _loans.TryAdd(tool, new ToolLoan(tool, member, due));
        }
    }

    public bool Return(string tool)
    {
        lock (_gate)
        {
            return _loans.Remove(tool);
        }
    }

    public int CountOverdue(DateOnly today)
    {
        lock (_gate)
        {
            return DueBefore(today).Count();
        }
    }

    public IEnumerable<ToolLoan> Overdue(DateOnly today)
    {
        lock (_gate)
        {
            return DueBefore(today).OrderBy(loan => loan.Due); // expect: ESCAPES_LOCK
        }
    }

    private IEnumerable<ToolLoan> DueBefore(DateOnly day) => _loans.Values.Where(loan => loan.Due < day); // expect: ESCAPES_LOCK?
}
