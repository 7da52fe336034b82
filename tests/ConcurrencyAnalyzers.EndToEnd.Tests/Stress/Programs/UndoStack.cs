// CONC1001: a stack is tested and popped in two steps while others push
namespace Stress;

public sealed class UndoStack
{
    private readonly Stack<int> _steps = new();

    private void Edit()
    {
        for (var i = 0; i < 500_000; i++)
            _steps.Push(i);
    }

    private int Undo()
    {
        var undone = 0;
        for (var i = 0; i < 100_000; i++)
        {
            if (_steps.Count > 0)
            {
                _steps.Pop();
                undone++;
            }
        }

        return undone;
    }

    public static int Run() => Rounds.Play(() =>
    {
        var stack = new UndoStack();
        var one = Task.Run(stack.Edit);
        var two = Task.Run(stack.Edit);
        var three = Task.Run(stack.Undo);
        Task.WaitAll(one, two, three);
        return stack._steps.Count + three.Result == 1_000_000;
    });
}
