import CaseModel
import Testing
