// A marionette carries out the moves it is sent one at a time, on whichever pool thread has time for it. difficulty: hard
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1353;

public sealed class Marionette
{
    private readonly Lock _gate = new();
    private readonly Queue<Action> _moves = new();
    private bool _moving;
    private int _height;
    private int _steps;

    public void Lift(int centimetres) => Send(() => _height += centimetres);

    public void Step() => Send(() => _steps++);

    public Task<(int Height, int Steps)> AskAsync()
    {
        var answer = new TaskCompletionSource<(int, int)>(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(() => answer.SetResult((_height, _steps)));
        return answer.Task;
    }

    private void Send(Action move)
    {
        lock (_gate)
        {
            _moves.Enqueue(move);
            if (_moving)
            {
                return;
            }
            _moving = true;
        }
        ThreadPool.QueueUserWorkItem(_ => CarryOut());
    }

    private void CarryOut()
    {
        while (true)
        {
            Action? move;
            lock (_gate)
            {
                if (!_moves.TryDequeue(out move))
                {
                    _moving = false;
                    return;
                }
            }
            move();
        }
    }
}
