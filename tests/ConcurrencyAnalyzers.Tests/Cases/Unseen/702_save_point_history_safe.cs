// The unlocked helpers of base and derived class are only reached from methods that already hold the shared gate. difficulty: hard
namespace Cases.U702;

public class UndoHistory<TState>(TState initial)
    where TState : class
{
    private readonly Stack<TState> _undo = new();
    private readonly Stack<TState> _redo = new();
    private TState _current = initial;

    public TState Current
    {
        get
        {
            lock (Gate)
            {
                return _current;
            }
        }
    }

    protected object Gate { get; } = new();

    protected int DepthCore => _undo.Count;

    public void Push(TState next)
    {
        lock (Gate)
        {
            PushCore(next);
        }
    }

    public bool Undo()
    {
        lock (Gate)
        {
            return MoveCore(_undo, _redo);
        }
    }

    public bool Redo()
    {
        lock (Gate)
        {
            return MoveCore(_redo, _undo);
        }
    }

    protected virtual void PushCore(TState next)
    {
        _undo.Push(_current);
        _redo.Clear();
        _current = next;
    }

    private bool MoveCore(Stack<TState> from, Stack<TState> to)
    {
        if (!from.TryPop(out TState? state))
        {
            return false;
        }
        to.Push(_current);
        _current = state;
        return true;
    }
}

public sealed class SavePointHistory(string initial) : UndoHistory<string>(initial)
{
    private int _savedDepth;
    private int _editsSinceSave;

    public bool IsDirty
    {
        get
        {
            lock (Gate)
            {
                return _editsSinceSave > 0 || DepthCore != _savedDepth;
            }
        }
    }

    public void MarkSaved()
    {
        lock (Gate)
        {
            _savedDepth = DepthCore;
            _editsSinceSave = 0;
        }
    }

    protected override void PushCore(string next)
    {
        base.PushCore(next);
        _editsSinceSave++;
    }
}
